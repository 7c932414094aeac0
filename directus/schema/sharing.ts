import { defineCollection } from "./define.ts";
import { like } from "./draft.ts";
import { choice, day, flag, policyChoice, prose, text } from "./field.ts";
import { reference } from "./link.ts";

export default defineCollection({
  name: "sharing",
  folder: "sharing",
  label: "Sharing",
  singular: "Sharing",
  icon: "share",
  note: "What was passed on so that others benefit: agreed after every activity, with what worked and what did not.",
  display: "{{title}}",
  sort: 1,
  isTracked: true,
  fields: {
    title: text("Title", "What is shared.", { isRequired: true, width: "full" }),
    activity_id: reference("Activity", "Where it was learnt.", "activities", { listedAs: "sharing" }),
    programme_id: reference("Programme", "Where it was learnt.", "programmes"),
    school_urn: reference("School", "Where it comes from; leave empty for the whole trust.", "schools"),
    route: choice(
      "How",
      "The way it reaches others.",
      {
        circulate_resources: "Resources passed round",
        meeting_session: "Session at a staff or subject meeting",
        introduce_strategy: "A strategy introduced",
        website: "On the website",
        training_others: "Training for others",
        community: "Offered to the community",
        not_needed: "Agreed that nothing is to be shared",
      },
      { isRequired: true },
    ),
    audience: text("For whom", "Such as All teachers of mathematics."),
    audience_group: policyChoice("Staff group", "If it is for one.", "staff_groups"),
    agreed_on: day("Agreed on", "The day it was discussed with a manager.", { isIndexed: true }),
    agreed_with_role: text("Agreed with", "The role of the manager; not a name."),
    due_on: day("Due on", "When it should be done."),
    done_on: day("Done on", "Leave empty until it is."),
    what_worked: prose("What worked", "So that others can do the same."),
    what_did_not: prose("What did not work", "As useful as what did: say what you would do differently."),
    you_said: prose("You said", "What participants told us."),
    we_did: prose("We did", "What was changed because of it."),
    link: text("Link", "Where the resource can be found.", {
      width: "full",
      rule: like("^https?://", "Type a web address that starts with https://, or leave it empty."),
    }),
    is_in_library: flag("In the library", "Show it to everybody who signs in.", true),
  },
});
