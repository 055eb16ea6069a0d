# The image of web, worker and sandbox alike: docker-compose.yml says which one a container runs.
# The image brings its own Node.js, so the npm package `node` that pins it for a checkout is left out, and so are
# the binaries of the embedded PostgreSQL: a deployment has a server of its own.

FROM node:24-slim AS build
WORKDIR /chorus
COPY package.json package-lock.json ./
RUN npm ci --include=dev --omit=optional --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY src src
RUN node node_modules/@nestjs/cli/bin/nest.js build

FROM node:24-slim AS packages
WORKDIR /chorus
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /chorus
# A volume of the sandbox network takes its owner from here.
RUN mkdir /data && chown node:node /data
COPY --from=packages /chorus/node_modules node_modules
COPY --from=build /chorus/dist dist
COPY package.json ./
COPY bin bin
COPY templates templates
USER node
CMD ["node", "dist/main.js", "--only", "web"]
