import { defineFolder } from "./define.ts";

/** The Studio's navigation: the four elements of the policies, then what they rest on. */
export const folders = [
  defineFolder("needs", "Needs", "flag", "What the organisation set out to develop, and why", 1),
  defineFolder("provision", "Provision", "school", "Programmes, activities, who took part and what it cost", 2),
  defineFolder(
    "evaluation",
    "Evaluation",
    "rate_review",
    "What people are asked, what others have seen, and that an answer came; never whose",
    3,
  ),
  defineFolder("sharing", "Sharing", "share", "What was passed on so that others benefit", 4),
  defineFolder("people", "People", "groups", "Staff, where they work, what they are qualified for, who may read", 5),
  defineFolder("outcomes", "Outcomes", "query_stats", "Published figures about schools and their comparisons", 6),
  defineFolder("governance", "Governance", "account_balance", "Papers for boards, and what they decided", 7),
  defineFolder("settings", "Settings", "tune", "The organisation's schools, words and rules", 8),
];
