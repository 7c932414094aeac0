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

/** Where a need for development showed itself: the twelve sources of the audit grid, the organisation's vision and what teams ask for. */
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
};

/** What a need or an outcome is about. */
export const domains = { knowledge: "Knowledge", skill: "Skill", attitude: "Attitude" };

/** The evaluation levels that a piece of evidence or a question can stand at. */
export const evaluationLevels = {
  reactions: "Reactions",
  learning: "Learning and use",
  outcomes: "Pupil outcomes",
  organisation: "Organisational support and change",
};

/** Pupils' ages that provision is for. */
export const phases = {
  early_years: "Early years",
  key_stage_1: "Key stage 1",
  key_stage_2: "Key stage 2",
  key_stage_3: "Key stage 3",
  key_stage_4: "Key stage 4",
  post_16: "Post-16",
};

/** Where people are in their working lives. */
export const careerStages = {
  trainee: "In training",
  early: "Early career",
  established: "Established",
  expert: "Expert or specialist",
  middle_leader: "Middle leader",
  senior_leader: "Senior leader",
  support: "Support role",
};

/** The fourteen mechanisms of effective professional development, in their four groups (EEF, 2021). */
export const mechanisms = {
  manage_cognitive_load: "Build knowledge: manage cognitive load",
  revisit_learning: "Build knowledge: revisit prior learning",
  set_goals: "Motivate: set and agree goals",
  credible_source: "Motivate: present information from a credible source",
  affirm_progress: "Motivate: affirm after progress",
  instruct: "Develop techniques: instruct",
  practical_support: "Develop techniques: practical social support",
  model: "Develop techniques: model",
  monitor_feedback: "Develop techniques: monitor and give feedback",
  rehearse: "Develop techniques: rehearse",
  prompts: "Embed practice: prompts and cues",
  action_planning: "Embed practice: prompt action planning",
  self_monitoring: "Embed practice: encourage self-monitoring",
  context_repetition: "Embed practice: prompt repetition in context",
};

/** The five pillars of effective development that a trust's handbook may name. */
export const pillars = {
  leadership: "Leadership and strategy",
  culture: "Culture, resource and environment",
  impact: "Based on impact and needs",
  evidence: "Research-driven evidence and expertise",
  collaboration: "Collaboration and expert challenge",
};

/** What leadership of a programme should show, as a handbook's checklist names it. */
export const leadershipPrinciples = {
  vision: "A clear vision",
  alignment: "Aligned with other plans",
  multi_faceted: "More than one way of learning",
  sustained: "Sustained over time",
  leaders_take_part: "Leaders take part",
  options_understood: "The options were understood",
  safe_risks: "Safe to take risks",
  coaching: "Coaching",
  clear_expectations: "Clear expectations",
  timely: "Well timed",
  evaluated: "Evaluated",
};

/** Kinds of evidence of impact, and the records that stand beside them. */
export const evidenceTypes = {
  observation: "Observation",
  work_scrutiny: "Scrutiny of books or work",
  pupil_discussion: "Discussion with pupils",
  learning_walk: "Learning walk",
  environment: "Learning environment",
  appraisal: "Appraisal, in sum",
  qa_visit: "Quality assurance visit",
  audit: "Audit",
  inspection: "Inspection",
  stakeholder_feedback: "Feedback of parents, pupils or governors",
  data: "Data",
  review_360: "360° review, in sum",
  specialist_joint: "Joint evaluation with a specialist leader",
  gap_task: "Gap task",
  lesson_study: "Lesson study, in sum",
  self_check: "Yearly check of the CPD system itself",
  quality_mark: "Quality mark",
};

/** How strong a claim a piece of evidence can carry. */
export const claimGrades = {
  0: "0: intended",
  1: "1: reported by participants",
  2: "2: confirmed by somebody else",
  3: "3: a change was measured",
  4: "4: compared with others",
  5: "5: by a planned trial",
};

/** What people are asked, and when. */
export const waves = {
  end_of_session: "End of session",
  follow_up: "Follow-up",
  close_out: "Close-out by the leader",
  staff_survey: "Staff survey",
};

/** Scales on which questions are answered; the site knows how each is shown. */
export const answerScales = {
  agree_5: "Agreement, five steps",
  agree_4_dk: "Agreement, four steps, or don't know",
  confidence_5: "Confidence, 1 to 5",
  use_4: "Use in the classroom: not yet, tried, in use, embedded",
  seen_by: "Who has seen it",
  barriers: "What got in the way (several)",
  enough_4: "Enough: not at all to fully, four steps",
  yes_no: "Yes or no",
  comment: "In their own words",
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
  workforce_turnover_share: "Teachers' turnover: left this school",
  workforce_left_system_share: "Teachers' turnover: left state-funded schools",
  workforce_moved_school_share: "Teachers' turnover: moved to another state-funded school",
  pupil_voice_enjoyment: "Pupil voice: enjoyment and interest",
  pupil_voice_understanding: "Pupil voice: understanding",
  pupil_voice_confidence: "Pupil voice: confidence as learners",
  pupil_voice_wellbeing: "Pupil voice: wellbeing",
  pupil_voice_behaviour: "Pupil voice: behaviour",
  inspection_overall: "Inspection: overall effectiveness",
  inspection_quality_of_education: "Inspection: quality of education",
  inspection_behaviour: "Inspection: behaviour and attitudes",
  inspection_personal_development: "Inspection: personal development",
  inspection_leadership: "Inspection: leadership and management",
  inspection_early_years: "Inspection: early years provision",
  inspection_sixth_form: "Inspection: sixth form provision",
  report_card_safeguarding: "Report card: safeguarding standards",
  report_card_inclusion: "Report card: inclusion",
  report_card_curriculum: "Report card: curriculum and teaching",
  report_card_achievement: "Report card: achievement",
  report_card_attendance: "Report card: attendance and behaviour",
  report_card_development: "Report card: personal development and wellbeing",
  report_card_early_years: "Report card: early years",
  report_card_post_16: "Report card: post-16 provision",
  report_card_leadership: "Report card: leadership and governance",
  own_attendance: "Our own: attendance in special or alternative provision",
  own_reintegration: "Our own: pupils who returned to mainstream",
  own_small_steps: "Our own: pupils who reached their small steps",
  custom_outcome: "An outcome of our own, such as in special or alternative provision",
};
