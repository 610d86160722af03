const tenant = "organization_id chapter_id";

/** The tables of grant returns: see `personal-columns.ts`. What is delivered is kept as documentation, and an erasure leaves it. */
export const COLUMNS_OF_GRANTS = {
  grant_setting: { purpose: null, none: "organization_id papers advance_days rev" },
  grant_return: { purpose: null, none: `${tenant} id year state version state_at reminded_on rev` },
  grant_words: { purpose: "GRANTS", text: "words", none: `${tenant} return_id` },
  grant_content: {
    purpose: "GRANTS",
    text: "content",
    holder: "signed pdf",
    none: `${tenant} return_id version hash frozen_at delivered_at`,
  },
  grant_signature: {
    purpose: "GRANTS",
    holder: "account_id seat_id role name name_keys signed_at",
    none: `${tenant} return_id version`,
  },
  grant_decision: {
    purpose: "GRANTS",
    text: "comment",
    holder: "decided_by decided_at",
    none: `${tenant} id return_id version kind`,
  },
} as const;
