const namesUnder = (files, folder) => {
  const names = new Map();
  for (const { path } of files) {
    const rest = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split("/") : [];
    if (rest.length > 1) names.set(rest[0], path);
  }
  return names;
};

const DEFINITION = /^[ \t]*(query|mutation|subscription|fragment)\s+(\w+)/gm;

/** A feature has one name everywhere: operations and pages exist only where the server has a folder of that name. */
export const checkFeatures = (files) => {
  const server = namesUnder(files, "server/src/features");
  // what the app's frame itself asks for belongs to no feature
  const known = new Set([...server.keys(), "app"]);
  return ["graphql/operations", "web/src/features"].flatMap((folder) =>
    [...namesUnder(files, folder)]
      .filter(([name]) => !known.has(name))
      .map(([name]) => ({ path: `${folder}/${name}`, message: `there is no server/src/features/${name}` })),
  );
};

/** One definition per file, and the file is named after it. */
export const checkOperations = (files) =>
  files
    .filter(({ path }) => path.startsWith("graphql/operations/") && path.endsWith(".graphql"))
    .flatMap(({ path, text }) => {
      const names = [...text.replace(/#[^\n]*/g, "").matchAll(DEFINITION)].map((match) => match[2]);
      const expected = path
        .split("/")
        .at(-1)
        .replace(/\.graphql$/, "");
      if (names.length !== 1) return [{ path, message: `holds ${names.length} definitions; one belongs in a file` }];
      return names[0] === expected ? [] : [{ path, message: `is named after ${expected}, but defines ${names[0]}` }];
    });
