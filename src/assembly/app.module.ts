import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ApprovalsModule } from '../features/approvals/index.js';
import { CampaignsModule } from '../features/campaigns/index.js';
import { ExchangeModule } from '../features/exchange/index.js';
import { OperationsModule } from '../features/operations/index.js';
import { AccountConnector, OrganizationsModule } from '../features/organizations/index.js';
import { PostsModule } from '../features/posts/index.js';
import {
  Publishers,
  PublishingModule,
  PublishingOptions,
  PublishingWorkerModule,
} from '../features/publishing/index.js';
import { RehearsalsModule } from '../features/rehearsals/index.js';
import { ReleasesModule } from '../features/releases/index.js';
import { TemplatesModule } from '../features/templates/index.js';
import { Clock } from '../infrastructure/clock/index.js';
import { Ledger } from '../infrastructure/database/index.js';
import { AlarmQueue } from '../infrastructure/queue/index.js';
import { Vault } from '../infrastructure/vault/index.js';
import type { Publisher } from '../publishers/publisher.js';
import { SandboxConnector } from './sandbox-connector.js';
import type { Role, Surroundings } from './surroundings.js';

/** What people do over HTTP. */
const WEB = [
  CampaignsModule,
  ReleasesModule,
  OrganizationsModule,
  TemplatesModule,
  PostsModule,
  ApprovalsModule,
  PublishingModule,
  ExchangeModule,
  RehearsalsModule,
  OperationsModule,
];

@Module({})
export class AppModule {
  /** The features of a process, on its surroundings. */
  static of(surroundings: Surroundings, role: Role): DynamicModule {
    const features = [...(role === 'worker' ? [] : WEB), ...(role === 'web' ? [] : [PublishingWorkerModule])];
    return {
      module: AppModule,
      imports: [surroundingsModule(surroundings), ScheduleModule.forRoot(), ...features],
    };
  }
}

@Module({})
class SurroundingsModule {}

function surroundingsModule(surroundings: Surroundings): DynamicModule {
  const provided = [
    { provide: Ledger, useValue: surroundings.ledger },
    { provide: Clock, useValue: surroundings.clock },
    { provide: Vault, useValue: surroundings.vault },
    { provide: AlarmQueue, useValue: surroundings.queue },
    { provide: Publishers, useValue: publishersOf(surroundings.publishers) },
    { provide: PublishingOptions, useValue: publishingOptions(surroundings) },
    { provide: AccountConnector, useValue: new SandboxConnector(surroundings.sandboxUrl) },
  ];
  return {
    module: SurroundingsModule,
    global: true,
    providers: provided,
    exports: provided.map(({ provide }) => provide),
  };
}

function publishersOf(publishers: ReadonlyMap<string, Publisher>): Publishers {
  return { of: (network) => publishers.get(network) };
}

function publishingOptions({ config, workerName }: Surroundings): PublishingOptions {
  const { concurrency, lockDurationMs } = config.queue;
  return { workerName, concurrency, lockDurationMs, ...config.publishing };
}
