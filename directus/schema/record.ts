import activities from "./activities.ts";
import appointments from "./appointments.ts";
import costs from "./costs.ts";
import type { Collection } from "./define.ts";
import employments from "./employments.ts";
import evaluations from "./evaluations.ts";
import { folders } from "./folders.ts";
import outcomes from "./outcomes.ts";
import participations from "./participations.ts";
import policy from "./policy.ts";
import priorities from "./priorities.ts";
import programmes from "./programmes.ts";
import providers from "./providers.ts";
import qualifications from "./qualifications.ts";
import schools from "./schools.ts";
import staff from "./staff.ts";
import subscriptions from "./subscriptions.ts";

/** Every collection that holds records. */
export const collections: Collection[] = [
  priorities,
  programmes,
  activities,
  participations,
  providers,
  subscriptions,
  costs,
  evaluations,
  staff,
  employments,
  qualifications,
  appointments,
  outcomes,
  schools,
  policy,
];

/** The whole record: the folders of the Studio's navigation, then the collections in them. */
export const record: Collection[] = [...folders, ...collections];
