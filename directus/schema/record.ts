import activities from "./activities.ts";
import agreements from "./agreements.ts";
import appointments from "./appointments.ts";
import costs from "./costs.ts";
import type { Collection } from "./define.ts";
import editions from "./editions.ts";
import employments from "./employments.ts";
import evaluations from "./evaluations.ts";
import evidence from "./evidence.ts";
import { folders } from "./folders.ts";
import invitations from "./invitations.ts";
import needs from "./needs.ts";
import outcomes from "./outcomes.ts";
import participations from "./participations.ts";
import plans from "./plans.ts";
import policy from "./policy.ts";
import priorities from "./priorities.ts";
import programmes from "./programmes.ts";
import providers from "./providers.ts";
import qualifications from "./qualifications.ts";
import questionnaires from "./questionnaires.ts";
import schools from "./schools.ts";
import sharing from "./sharing.ts";
import staff from "./staff.ts";
import subscriptions from "./subscriptions.ts";

/** Every collection that holds records. */
export const collections: Collection[] = [
  priorities,
  needs,
  plans,
  programmes,
  activities,
  participations,
  providers,
  subscriptions,
  costs,
  questionnaires,
  invitations,
  evaluations,
  evidence,
  sharing,
  staff,
  employments,
  qualifications,
  agreements,
  appointments,
  outcomes,
  editions,
  schools,
  policy,
];

/** The whole record: the folders of the Studio's navigation, then the collections in them. */
export const record: Collection[] = [...folders, ...collections];
