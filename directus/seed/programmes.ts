/** The priorities by the key that programmes and activities name them with. */
export const priorities = {
  reading: {
    title: "Every pupil reads with confidence",
    level: "whole",
    years: [1, 4],
    owner: "Director of education",
  },
  mathematics: {
    title: "Secure number sense by the end of each year",
    level: "team",
    years: [1, 4],
    owner: "Mathematics leader",
  },
  classrooms: {
    title: "Calm and purposeful classrooms",
    level: "whole",
    years: [0, 4],
    owner: "Director of education",
  },
  inclusion: {
    title: "Pupils with additional needs learn beside their friends",
    level: "whole",
    years: [0, 4],
    owner: "Inclusion lead",
  },
  curriculum: {
    title: "A curriculum that builds year on year",
    level: "team",
    years: [0, 3],
    owner: "Curriculum leads",
  },
  workload: {
    title: "Less time on what does not help pupils",
    level: "whole",
    years: [1, 3],
    owner: "Chief operating officer",
  },
  careers: { title: "Good people stay and grow with us", level: "individual", years: [0, 4], owner: "Head of people" },
  services: {
    title: "Offices, kitchens and sites that run well",
    level: "team",
    years: [0, 4],
    owner: "Chief operating officer",
  },
  governance: {
    title: "Governors ask the questions that matter",
    level: "team",
    years: [0, 4],
    owner: "Governance professional",
  },
} as const;
/** The key of a priority. */
export type PriorityKey = keyof typeof priorities;

/** Who gives the training, by key. */
export const providers = {
  school: { name: "Colleagues in our own schools", kind: "own_school", quality: [4, 9, 20] },
  trust: { name: "Larkmoor teaching and learning team", kind: "trust", quality: [4, 9, 20] },
  hub: { name: "Windmill Teaching School Hub", kind: "teaching_school_hub", quality: [3, 10, 8] },
  university: { name: "University of Saltmarsh", kind: "university", quality: [2, 11, 14] },
  reading: { name: "Page & Lantern Reading", kind: "external", quality: [2, 6, 12] },
  marking: { name: "Tickwell Digital", kind: "external", quality: null },
  mathematics: { name: "Counting House Mathematics", kind: "external", quality: [1, 6, 20] },
  online: { name: "Inkwell Online Learning", kind: "external", quality: [3, 1, 15] },
  conferences: { name: "Chalkhill Conferences", kind: "external", quality: null },
  wellbeing: { name: "Stillwater Support", kind: "external", quality: [3, 5, 9] },
} as const;
/** The key of a provider. */
export type ProviderKey = keyof typeof providers;

/** The sustained programmes, by key: when, for whom, and what each hoped to change. `years` count from the first of the five. */
export const programmes = {
  reading: {
    title: "Reading for every pupil",
    priority: "reading",
    school: null,
    years: [2, 4],
    state: "deliver",
    outcome: "Teachers and assistants teach fluency every day and pupils read with understanding",
    indicator: "Share of participants who use the fluency routine in their role three months on",
    baseline: "38% in a survey before the start",
  },
  marking: {
    title: "Digital marking tools",
    priority: "workload",
    school: null,
    years: [1, 3],
    state: "sustain",
    outcome: "Marking takes teachers two hours a week less",
    indicator: "Share who use the tool weekly three months on",
    baseline: "None before the start",
  },
  mathematics: {
    title: "Mathematics support at Quillmere",
    priority: "mathematics",
    school: "900003",
    years: [2, 3],
    state: "sustain",
    outcome: "More pupils reach the expected standard at the end of key stage 2",
    indicator: "Share at the expected standard in reading, writing and mathematics",
    baseline: "The lowest in the trust the year before, and lower than the school's own year before that",
  },
  behaviour: {
    title: "Behaviour and belonging",
    priority: "classrooms",
    school: null,
    years: [0, 4],
    state: "sustain",
    outcome: "Lessons start calmly and fewer are interrupted",
    indicator: "Share who use the shared routines three months on",
    baseline: "Not measured",
  },
  early_career: {
    title: "Early career programme",
    priority: "careers",
    school: null,
    years: [0, 4],
    state: "sustain",
    outcome: "New teachers are secure after two years and stay",
    indicator: "Share of new teachers in the trust after two years",
    baseline: "Not measured",
  },
  leading: {
    title: "Leading from the middle",
    priority: "careers",
    school: null,
    years: [0, 4],
    state: "deliver",
    outcome: "Middle leaders lead improvement in their teams",
    indicator: "Share whose line manager has seen a change",
    baseline: "Not measured",
  },
  assistants: {
    title: "Assistants as partners",
    priority: "inclusion",
    school: null,
    years: [2, 4],
    state: "deliver",
    outcome: "Assistants help pupils to do more by themselves",
    indicator: "Share who use the support ladder three months on",
    baseline: "31% in a survey before the start",
  },
  networks: {
    title: "Subject networks",
    priority: "curriculum",
    school: null,
    years: [0, 4],
    state: "sustain",
    outcome: "Colleagues plan and moderate together across schools",
    indicator: "Share who use something from the network",
    baseline: "Not measured",
  },
  coaching: {
    title: "Coaching for teaching",
    priority: "classrooms",
    school: null,
    years: [0, 4],
    state: "sustain",
    outcome: "Each teacher works on one step at a time with a coach",
    indicator: "Share who have embedded their step",
    baseline: "Not measured",
  },
} as const satisfies Record<
  string,
  { priority: PriorityKey; school: string | null; years: [number, number]; [word: string]: unknown }
>;
/** The key of a programme. */
export type ProgrammeKey = keyof typeof programmes;
