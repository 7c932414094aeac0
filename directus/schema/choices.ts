/** Lists of choices that more than one collection or program uses: the stored keys with what a reader sees. */

/** Whose need, priority or activity it is. */
export const levels = { whole: "Whole organisation", team: "Team, phase or subject", individual: "Individual" };

/** The ways of developing people that the policies name. */
export const approaches = {
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
};

/** The six strands of provision. */
export const strands = {
  research: "Research and self-directed",
  school_based: "Based in the school",
  accreditation: "Higher education and accreditation",
  school_to_school: "School to school",
  formal_learning: "Formal learning",
  online: "Online, distance or blended",
};

/** What people may be in the organisation, as far as the site is concerned. */
export const roles = {
  system_administrator: "System administrator",
  cpd_administrator: "CPD administrator",
  trust_executive: "Trust executive",
  trustee: "Trustee",
  cpd_lead: "CPD lead",
  governor: "Governor",
};

/** Teaching qualifications and the ladder of leadership, with the codes that older records hold. */
export const qualifications = {
  QTS: "Qualified teacher status (QTS)",
  QTLS: "Qualified teacher learning and skills (QTLS)",
  ECT: "Early career induction (ECT)",
  NPQLT: "NPQ for leading teaching",
  NPQLBC: "NPQ for leading behaviour and culture",
  NPQLTD: "NPQ for leading teacher development",
  NPQLL: "NPQ for leading literacy",
  NPQLPM: "NPQ for leading primary mathematics",
  NPQSL: "NPQ for senior leadership",
  NPQH: "NPQ for headship",
  NPQEL: "NPQ for executive leadership",
  NPQEYL: "NPQ for early years leadership",
  NPQSENCO: "NPQ for special educational needs co-ordinators",
  HLTA: "Higher level teaching assistant (HLTA)",
  NQT: "Newly qualified teacher induction (before 2021)",
  NPQML: "NPQ for middle leadership (ended 2021)",
  NASENCO: "National award for SEN co-ordination (before 2024)",
  LPSH: "Leadership programme for serving heads (ended)",
};

/** What published statistics write in place of a value; the keys are what `status_code` holds. */
export const statusCodes = {
  "": "An ordinary value",
  c: "Suppressed to protect people",
  x: "Not available",
  z: "Not applicable",
  low: "Fewer than half covered",
  b: "Series break",
};

/** The headings under which a policy reports, as `policy.measures` holds them. */
export const policyMeasures = {
  provision: "Provision: what was offered, to whom, at what cost",
  participant_evaluation: "Participants' evaluation",
  attainment: "Pupils' and schools' attainment",
  student_voice: "Student voice",
  inspection: "Evaluation and inspection, from inside and outside",
  recruitment_retention: "Recruitment, retention and progression",
  qualification_profile: "Changing qualification profile",
  teaching_and_learning: "Improved teaching and learning",
  pupil_enthusiasm: "Pupils' understanding and enthusiasm",
  staff_confidence: "Staff confidence",
  reflective_practice: "Reflective practice",
  vision: "Delivering the vision",
  value_for_money: "Value for money",
};

/** What published figures measure, as `outcomes.measure_code` holds it. */
export const outcomeMeasures = {
  ks2_rwm_expected: "KS2 reading, writing and maths: expected standard",
  ks2_rwm_higher: "KS2 reading, writing and maths: higher standard",
  ks2_reading_average: "KS2 reading: average scaled score",
  ks2_maths_average: "KS2 maths: average scaled score",
  ks2_gps_average: "KS2 grammar, punctuation and spelling: average",
  ks2_reading_progress: "KS2 reading: progress",
  ks2_writing_progress: "KS2 writing: progress",
  ks2_maths_progress: "KS2 maths: progress",
  ks4_attainment_8: "KS4 Attainment 8",
  ks4_progress_8: "KS4 Progress 8",
  ks4_basics_95: "KS4 English and maths: grade 5 or above",
  ks4_basics_94: "KS4 English and maths: grade 4 or above",
  ks4_ebacc_aps: "KS4 EBacc average point score",
  workforce_teachers_headcount: "Teachers: headcount",
  workforce_teachers_fte: "Teachers: full-time equivalent",
  workforce_assistants_headcount: "Teaching assistants: headcount",
  workforce_assistants_fte: "Teaching assistants: full-time equivalent",
  workforce_support_headcount: "Support staff: headcount",
  workforce_support_fte: "Support staff: full-time equivalent",
  workforce_pupil_teacher_ratio: "Pupils for each teacher",
  workforce_mean_salary: "Teachers' mean salary",
  workforce_qts_share: "Teachers with qualified teacher status",
  workforce_turnover_share: "Teachers' turnover",
};
