import { isEnumType, isListType, isNonNullType, isObjectType } from "graphql";
import type { GraphQLField, GraphQLOutputType, GraphQLSchema } from "graphql";

/** What the arguments of root fields may be, by name; a field with one that is not here is read with its default. */
export type Known = Readonly<Record<string, readonly unknown[]>>;
export type Asked = { name: string; query: string; variables: Record<string, unknown> };

const bare = (type: GraphQLOutputType): GraphQLOutputType =>
  isNonNullType(type) || isListType(type) ? bare(type.ofType as GraphQLOutputType) : type;

/** Every field of a type, down to leaves; a type is not entered again within itself, and nothing that needs arguments is. */
function selection(type: GraphQLOutputType, within: readonly string[]): string {
  const of = bare(type);
  if (!isObjectType(of)) return "";
  const fields = Object.values(of.getFields()).flatMap((field) => {
    const inner = bare(field.type);
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    if (!isObjectType(inner)) return [field.name];
    if (within.includes(inner.name)) return [];
    return [`${field.name}${selection(inner, [...within, inner.name])}`];
  });
  return ` { ${fields.join(" ")} }`;
}

function choicesOf(field: GraphQLField<unknown, unknown>, known: Known): Record<string, unknown>[] | null {
  let all: Record<string, unknown>[] = [{}];
  for (const { name, type, defaultValue } of field.args) {
    const inner = isNonNullType(type) ? type.ofType : type;
    const values =
      known[`${field.name}.${name}`] ??
      known[name] ??
      (isEnumType(inner) ? inner.getValues().map((value) => value.name) : undefined);
    const isOptional = !isNonNullType(type) || defaultValue !== undefined;
    if (!values && !isOptional) return null;
    // the default of an enum is one of its values
    const more = [...(isOptional && !(values && isEnumType(inner)) ? [undefined] : []), ...(values ?? [])];
    all = all.flatMap((one) => more.map((value) => (value === undefined ? one : { ...one, [name]: value })));
  }
  return all;
}

/** Every question the schema has an answer to, in full, with all that is known for its arguments; and those it could not ask. */
export function questionsOf(schema: GraphQLSchema, known: Known): { asked: Asked[]; unasked: string[] } {
  const asked: Asked[] = [];
  const unasked: string[] = [];
  for (const field of Object.values(schema.getQueryType()!.getFields())) {
    const choices = choicesOf(field, known);
    if (!choices) unasked.push(field.name);
    for (const variables of choices ?? []) {
      const given = field.args.filter((arg) => arg.name in variables);
      const head = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
      const args = given.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
      const body = selection(field.type, []);
      const query = `query${head && `(${head})`} { ${field.name}${args && `(${args})`}${body} }`;
      asked.push({ name: field.name, query, variables });
    }
  }
  return { asked, unasked };
}
