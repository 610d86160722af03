/** The same questions in the words of PostGraphile's own schema. What a row shows is what the app's row shows, but for the next step. */
const ROW = `id: rowId opensOn dueOn missOn closedAt outcome attempts returnsOn returnedAt returnedNote aboutMember periodReport occurrence startedAt stepsDone status
  templateVersionByOrganizationIdAndVersionId { name minutes }
  memberByChapterIdAndMemberId { id: rowId firstName lastName }
  seatByOrganizationIdAndAssigneeSeatId { id: rowId holderName }`;

const LIST = `query List($chapter: UUID!, $first: Int!) {
  openTouchpoints(chapter: $chapter, ahead: 60, first: $first) {
    nodes { ${ROW} }
    totalCount
    pageInfo { hasNextPage endCursor }
  }
}`;
const OPEN = `query Open($chapter: UUID!, $id: UUID!) {
  touchpointByChapterIdAndRowId(chapterId: $chapter, rowId: $id) {
    ${ROW} rev templateId versionId answers lateAllowed exceptionUntil cancelledBecause lastChanceOn lastChanceOutcome
    chapterByOrganizationIdAndChapterId { id: rowId shortName name organizationByOrganizationId { crisisContacts } }
    seatByOrganizationIdAndClosedBy { holderName }
    memberByChapterIdAndMemberId { joinedOn emailCt mobileCt contactPreference }
    templateVersionByOrganizationIdAndVersionId { definition }
    meetingByChapterIdAndMeetingId { id: rowId heldOn startsAt place title kind }
  }
}`;
const FIND = `query Find($chapter: UUID!, $word: String!, $first: Int!) {
  findMembers(chapter: $chapter, word: $word, first: $first) {
    nodes { id: rowId firstName lastName birthYear joinedChapterOn leftOn endReason contactPreference contactAgainOn }
    totalCount
    pageInfo { hasNextPage endCursor }
  }
}`;
const SUBMIT = `mutation Submit($key: UUID!, $chapter: UUID!, $id: UUID!, $rev: Int!, $answers: JSON!) {
  reportTouchpoint(input: { key: $key, chapter: $chapter, touchpoint: $id, rev: $rev, answers: $answers }) {
    result { id: rowId rev status returnsOn next { ${ROW} } }
  }
}`;
// what is made of the table alone: no key, no look at what was read, and no next
const UPDATE = `mutation Update($chapter: UUID!, $id: UUID!, $at: Datetime!, $by: UUID!, $rev: Int!, $answers: JSON!) {
  updateTouchpointByChapterIdAndRowId(input: { chapterId: $chapter, rowId: $id, touchpointPatch: { closedAt: $at, closedBy: $by, startedAt: $at, answers: $answers, rev: $rev, returnsOn: null } }) {
    touchpoint { id: rowId rev status returnsOn }
  }
}`;

const asked = (query: string, variables: object): string => JSON.stringify({ query, variables });

export const rivalList = (chapter: string): string => asked(LIST, { chapter, first: 50 });
export const rivalOpen = (chapter: string, id: string): string => asked(OPEN, { chapter, id });
export const rivalFind = (chapter: string, word: string): string => asked(FIND, { chapter, word, first: 50 });
export const rivalSubmit = (key: string, chapter: string, id: string, answers: object): string =>
  asked(SUBMIT, { key, chapter, id, rev: 1, answers });
export const rivalUpdate = (chapter: string, id: string, by: string, answers: object): string =>
  asked(UPDATE, { chapter, id, by, at: new Date().toISOString(), rev: 2, answers });
