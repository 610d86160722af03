# The same commands as on a developer's machine: pnpm install, scripts/build.mjs, and the operator's command line.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
ENV CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY server/package.json server/
COPY web/package.json web/
COPY graphql/package.json graphql/
COPY packages/domain/package.json packages/domain/
RUN npx -y pnpm@12.21.0 install --frozen-lockfile
COPY . .
RUN npx -y pnpm@12.21.0 build

# only what runs: no compilers, no web dependencies (they are in the build), no embedded PostgreSQL's programs in use
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
ENV CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY server/package.json server/
COPY packages/domain/package.json packages/domain/
RUN npx -y pnpm@12.21.0 install --frozen-lockfile --prod --filter @varde/server...

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app ./
COPY --from=build /app/packages/domain/dist packages/domain/dist
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/web/dist web/dist
COPY --from=build /app/graphql/generated/persisted-documents.json graphql/generated/
COPY scripts/run.mjs scripts/
COPY scripts/lib scripts/lib
COPY LICENSE ./
# the image's own unprivileged user; nothing in the image belongs to it
USER node
EXPOSE 4460
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4460) + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "scripts/run.mjs"]
CMD ["start"]
