import { useEffect, useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, ButtonLink, Chips, Disclosure, FieldRow, Page, SearchField, Select, Skeleton } from "../../ui";
import { PersonPlusIcon } from "../../ui/icons";
import { useMembersToLookAt } from "../life-events";
import { isSearchable, ORDERS, paramsOf, PREFERENCES, SHOWS, viewOf, type ListView } from "./member-list-view";
import { MemberList } from "./MemberList";
import { useSettled } from "../../app/useSettled";

const ANYTHING = "ALL";

function searchIn(state: unknown): string {
  if (!state || typeof state !== "object" || !("search" in state)) return "";
  return typeof state.search === "string" ? state.search : "";
}

/** The chapter's members. What is filtered stands in the address; what is searched for stays with this visit of the page. */
export function Component() {
  const toLookAt = useMembersToLookAt();
  const texts = useTexts().members;
  const format = useFormat();
  const mayWrite = useCan("MEMBER_WRITE");
  const mayImport = useCan("MEMBER_IMPORT");
  const entry = texts.importEntry;
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const view = viewOf(params);
  const [search, setSearch] = useState(() => searchIn(state));
  const settled = useSettled(search);
  const searchable = isSearchable(settled);
  const set = (part: Partial<ListView>): void =>
    setParams(paramsOf({ ...view, ...part }), { replace: true, preventScrollReset: true, state: { search: settled } });

  // the way back from a member's page leads to the same search
  useEffect(() => {
    if (searchIn(state) !== settled)
      setParams(params, { replace: true, preventScrollReset: true, state: { search: settled } });
  }, [settled, state, params, setParams]);

  const year = format.today().slice(0, 4);
  const help = view.show === "unpaid" ? texts.showHelp.unpaid(year) : texts.showHelp[view.show];
  return (
    <Page
      narrow
      title={texts.title}
      {...((mayWrite || mayImport) && {
        action: (
          <>
            {mayWrite && (
              <ButtonLink to="/medlemmer/ny" variant="primary" icon={PersonPlusIcon}>
                {texts.new}
              </ButtonLink>
            )}
            {mayImport && (
              <ButtonLink to="/medlemmer/importer" variant="quiet">
                {entry}
              </ButtonLink>
            )}
            {mayWrite && (
              <ButtonLink to="/medlemmer/telling" variant="quiet">
                {texts.countEntry}
              </ButtonLink>
            )}
          </>
        ),
      })}
    >
      <SearchField label={texts.search} value={search} onChange={setSearch} autoComplete="off" maxLength={120} />
      <Chips
        label={texts.show}
        hideLabel
        value={view.show}
        onChange={(show) => set({ show })}
        options={SHOWS.map((value) => ({ value, label: texts.shows[value] }))}
      />
      <Disclosure summary={texts.more} open={view.preference !== null || view.order !== "NAME"}>
        <FieldRow>
          <Select
            label={texts.preferenceFilter}
            value={view.preference ?? ANYTHING}
            onChange={(value) => set({ preference: PREFERENCES.find((one) => one === value) ?? null })}
            options={[
              { value: ANYTHING, label: texts.anyPreference },
              ...PREFERENCES.map((value) => ({ value, label: texts.preferences[value] })),
            ]}
          />
          <Select
            label={texts.order}
            value={view.order}
            onChange={(value) => set({ order: ORDERS.find((one) => one === value) ?? "NAME" })}
            options={ORDERS.map((value) => ({ value, label: texts.orders[value] }))}
          />
        </FieldRow>
      </Disclosure>
      {toLookAt.card}
      {help !== "" && <p>{help}</p>}
      {!toLookAt.ready && <Skeleton of="table" count={8} />}
      <div hidden={!toLookAt.ready}>
        {searchable ? (
          <MemberList key={JSON.stringify([view, settled])} view={view} search={settled} />
        ) : (
          <Alert tone="warn" live title={texts.noNationalId} />
        )}
      </div>
    </Page>
  );
}
