import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/index.js';
import { ConsentList } from './consent/consent-list.js';
import { ConsentRepository } from './consent/consent.repository.js';
import { ConsentService } from './consent/consent.service.js';
import { ConsentingOrganizations } from './consent/consenting.js';
import { ConsentsController } from './consent/consents.controller.js';
import { OrganizationNames } from './organization-names.repository.js';
import { PhraseRepository } from './phrases/phrase.repository.js';
import { PhraseService } from './phrases/phrase.service.js';
import { PhrasesController } from './phrases/phrases.controller.js';
import { QuotedPhrases } from './phrases/quoted-phrases.js';
import { ReleaseTextsController } from './release-texts.controller.js';
import { ReleaseRepository } from './release.repository.js';
import { ReleaseService } from './release.service.js';
import { ReleasesController } from './releases.controller.js';
import { DecideMany } from './review/decide-many.js';
import { ReviewService } from './review/review.service.js';
import { StatementHistoryRepository } from './review/statement-history.repository.js';
import { StatementsController } from './review/statements.controller.js';
import { SourceListeners } from './source-listener.js';
import { SourceRepository } from './source.repository.js';
import { StatementSources } from './statement-sources.js';
import { StatementRepository } from './statement.repository.js';
import { EmbargoService } from './versions/embargo.service.js';
import { VersionService } from './versions/version.service.js';
import { VersionsController } from './versions/versions.controller.js';

@Module({
  imports: [CampaignsModule],
  controllers: [
    ReleasesController,
    ReleaseTextsController,
    StatementsController,
    VersionsController,
    ConsentsController,
    PhrasesController,
  ],
  providers: [
    ReleaseRepository,
    ReleaseService,
    StatementRepository,
    StatementSources,
    SourceListeners,
    SourceRepository,
    OrganizationNames,
    ReviewService,
    DecideMany,
    StatementHistoryRepository,
    VersionService,
    EmbargoService,
    ConsentRepository,
    ConsentService,
    ConsentList,
    ConsentingOrganizations,
    PhraseRepository,
    PhraseService,
    QuotedPhrases,
  ],
  exports: [SourceListeners, StatementSources],
})
export class ReleasesModule {}
