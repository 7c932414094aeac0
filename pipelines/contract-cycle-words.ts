/** The words that stand for the keys of the cycle's records, as people choose them in the record. Part of contract.ts. */

/** Where a need showed itself. */
export const needSources = {
  self_evaluation: "Self-evaluation (SEF)",
  audit: "National or local audit, such as phonics",
  monitoring: "Monitoring: observation, learning walk, pupil discussion, survey, environment",
  leader_review: "Review by a specialist, local or national leader",
  appraisal: "Appraisal",
  individual_request: "Individual request or self-audit",
  data_analysis: "Analysis of data",
  stakeholder_feedback: "Feedback of staff, parents, pupils or governors",
  qa_visit: "Quality assurance visit",
  targeted_survey: "Targeted survey",
  review_360: "360° review",
  external_audit: "External audit, accreditation or inspection",
  development_plan: "Development plan, vision or national priority",
  team_discussion: "Discussion in a team or with the CPD lead",
} as const;

/** The sources of which people named the need themselves, rather than that somebody reviewed or inspected them. */
export const toldSources: readonly string[] = [
  "appraisal",
  "individual_request",
  "review_360",
  "stakeholder_feedback",
  "targeted_survey",
  "team_discussion",
];

/** What a need is about. */
export const needDomains = { knowledge: "Knowledge", skill: "Skill", attitude: "Attitude" } as const;

/** The ways of developing people. */
export const cpdApproaches = {
  in_house_training: "In-house training and working together",
  peer_observation: "Peer observation, 360° review or own lesson on video",
  coaching_mentoring: "Coaching and mentoring, given or received",
  job_enrichment: "A wider or richer job",
  acting_role: "Acting role, rotation or shadowing",
  producing_resources: "Producing resources or documentation",
  external_expert: "External consultant, adviser or expert",
  master_class: "Master class or demonstration lesson",
  simulation: "Role play and simulation",
  collecting_feedback: "Collecting pupils' feedback, data and outcomes",
  course_in_person: "Course, lecture or conference in person",
  course_virtual: "Course or conference online",
  school_visit: "Visit to another school",
  secondment: "Secondment, exchange or placement",
  international: "International development",
  higher_qualification: "Postgraduate study and other qualifications",
  leadership_programme: "Leadership programme that leads to an award",
  research_project: "Research or enquiry project",
  distance_learning: "Distance learning and e-learning",
  webinar: "Blogs and webinars",
  practical_experience: "Practical experience, such as marking examinations or presenting",
  network: "Networks and subject associations",
  partnership: "Partnership, joint planning and standardisation",
  lesson_study: "Lesson study",
} as const;

/** The six strands of provision. */
export const cpdStrands = {
  research: "Research and self-directed",
  school_based: "Based in the school",
  accreditation: "Higher education and accreditation",
  school_to_school: "School to school",
  formal_learning: "Formal learning",
  online: "Online, distance or blended",
} as const;

/** How near to home an activity was found. */
export const sourcingWaves = {
  "1": "Our own schools",
  "2": "A teaching school hub or partner",
  "3": "Outside",
} as const;

/** The ways in which practice reaches others. */
export const sharingRoutes = {
  circulate_resources: "Resources passed round",
  meeting_session: "Session at a staff or subject meeting",
  introduce_strategy: "A strategy introduced",
  website: "On the website",
  training_others: "Training for others",
  community: "Offered to the community",
} as const;
