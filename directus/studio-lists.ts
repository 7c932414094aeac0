/** The columns of each list of the Studio when it is first opened, and the order of its rows. */
export const columns: Record<string, { fields: string[]; sort: string[] }> = {
  priorities: { fields: ["title", "level", "school_urn", "owner_role", "starts_on", "ends_on"], sort: ["-starts_on"] },
  needs: {
    fields: ["title", "source", "level", "school_urn", "priority_id", "programme_id", "state"],
    sort: ["-identified_on"],
  },
  plans: { fields: ["title", "time_period", "school_urn", "state", "owner_role", "agreed_on"], sort: ["-time_period"] },
  programmes: { fields: ["title", "state", "priority_id", "school_urn", "starts_on", "ends_on"], sort: ["-starts_on"] },
  activities: {
    fields: ["title", "programme_id", "school_urn", "starts_on", "hours", "decision"],
    sort: ["-starts_on"],
  },
  participations: {
    fields: ["staff_id", "activity_id", "state", "completed_on", "evaluation_state"],
    sort: ["-completed_on"],
  },
  providers: { fields: ["name", "kind", "quality_state", "quality_assured_on", "follow_up_due_on"], sort: ["name"] },
  subscriptions: {
    fields: ["title", "kind", "school_urn", "annual_cost", "users_in_year", "ends_on", "decision"],
    sort: ["ends_on"],
  },
  costs: {
    fields: ["kind", "amount", "incurred_on", "activity_id", "programme_id", "school_urn"],
    sort: ["-incurred_on"],
  },
  questionnaires: { fields: ["title", "wave", "version", "scale_id", "is_current"], sort: ["wave", "-version"] },
  invitations: { fields: ["staff_id", "activity_id", "wave", "state", "closes_on"], sort: ["-closes_on"] },
  evidence: {
    fields: ["title", "type", "school_urn", "finding", "observed_on", "next_step_due_on"],
    sort: ["-observed_on"],
  },
  evaluations: { fields: ["activity_id", "wave", "school_urn", "staff_group"], sort: ["activity_id"] },
  sharing: { fields: ["title", "route", "school_urn", "agreed_on", "due_on", "done_on"], sort: ["-agreed_on"] },
  staff: { fields: ["last_name", "first_name", "email"], sort: ["last_name"] },
  employments: {
    fields: ["staff_id", "school_urn", "staff_group", "role_title", "starts_on", "ends_on"],
    sort: ["-starts_on"],
  },
  qualifications: { fields: ["staff_id", "qualification", "state", "gained_on"], sort: ["-gained_on"] },
  agreements: {
    fields: ["title", "staff_id", "state", "signed_on", "course_ends_on", "leaving_on"],
    sort: ["-course_starts_on"],
  },
  appointments: { fields: ["user_id", "role", "school_urn", "starts_on", "ends_on"], sort: ["role"] },
  outcomes: {
    fields: ["measure_code", "time_period", "geography_name", "category", "value", "status_code"],
    sort: ["-time_period"],
  },
  editions: { fields: ["title", "kind", "school_urn", "meeting_on", "state"], sort: ["-meeting_on"] },
  schools: { fields: ["name", "urn", "phase", "local_authority", "pupils", "trust_name"], sort: ["name"] },
};

/** How wide what names a record is, in pixels; the rest stays as wide as the Studio makes it. */
export const widths: Record<string, number> = {
  title: 360,
  name: 300,
  activity_id: 360,
  programme_id: 240,
  priority_id: 240,
  school_urn: 200,
  staff_id: 180,
  staff_group: 220,
  source: 240,
  route: 240,
  kind: 200,
  type: 200,
  level: 190,
  destination: 220,
  qualification: 300,
  measure_code: 400,
};
