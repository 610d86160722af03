// type-graphql reads it as its decorators run, so it comes before every decorated class
import "reflect-metadata";
import { Field, InputType, Int, ObjectType } from "type-graphql";
import type { ClassType } from "type-graphql";

/** An output type of plain properties: no resolver call a field. Every type and field says what it is. */
export const Output = (description: string, name?: string): ClassDecorator => {
  const options = { description, simpleResolvers: true };
  return name ? ObjectType(name, options) : ObjectType(options);
};

export const Input = (description: string): ClassDecorator => InputType({ description });

@Output("Where a page ends and whether there is more.")
export class PageInfo {
  @Field(() => Boolean, { description: "There is at least one more after `endCursor`." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "There is something before `startCursor`." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first on this page." })
  startCursor!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last on this page: give it as `after` for the next.",
  })
  endCursor!: string | null;
}

/** A page as Relay describes it, with `nodes` as a shortcut. */
export type Connection<T> = {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  totalCount: number | null;
  pageInfo: PageInfo;
};

/** The connection type of a node type: `<Name>Connection` with `<Name>Edge`. */
export function connectionOf<T extends object>(node: ClassType<T>, name: string): ClassType<Connection<T>> {
  @Output(`One ${name} in a page, with its place.`, `${name}Edge`)
  class Edge {
    @Field(() => String, { description: "Its place, for `after`." })
    cursor!: string;
    @Field(() => node, { description: `The ${name}.` })
    node!: T;
  }
  @Output(`A page of ${name}, at most 100.`, `${name}Connection`)
  class NodeConnection {
    @Field(() => [Edge], { description: "The page with cursors." })
    edges!: Edge[];
    @Field(() => [node], { description: "The page without cursors." })
    nodes!: T[];
    @Field(() => Int, {
      nullable: true,
      description: "How many there are in all with the same filter, where it is counted.",
    })
    totalCount!: number | null;
    @Field(() => PageInfo, { description: "Where the page ends." })
    pageInfo!: PageInfo;
  }
  return NodeConnection;
}
