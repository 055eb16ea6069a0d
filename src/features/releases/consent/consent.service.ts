import { Injectable } from '@nestjs/common';
import type {
  ConsentGiving,
  ConsentGivingAnswer,
  ConsentWithdrawal,
  CutCreation,
} from '../../../contract/consents.js';
import type { AffectedPost } from '../../../contract/releases.js';
import { cutFault } from '../../../domain/statement/cut.js';
import { Clock } from '../../../infrastructure/clock/clock.js';
import { takeGateExclusively } from '../../../infrastructure/database/gate.js';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { Forbidden, Invalid, NotFound, Refusal } from '../../../infrastructure/http/index.js';
import { noSuchStatement, statementChangedMeanwhile } from '../release.refusals.js';
import { ReleaseRepository } from '../release.repository.js';
import { type SourceChange, SourceListeners } from '../source-listener.js';
import type { StatementRow } from '../statement.repository.js';
import {
  nobodyConsents,
  noSuchConsent,
  noSuchCut,
  notAccepted,
  notAQuotation,
  notItsWords,
} from './consent.refusals.js';
import { ConsentRepository, type ConsentRow, type CutRow } from './consent.repository.js';
import { type Consenting, ConsentingOrganizations } from './consenting.js';

type Item = ConsentGiving['items'][number];

/** The speaker's own organization lets a statement, or a cut of it, be used in a campaign, and can take that back. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly releases: ReleaseRepository,
    private readonly consents: ConsentRepository,
    private readonly organizations: ConsentingOrganizations,
    private readonly listeners: SourceListeners,
  ) {}

  /** Proposes a cut; the same again finds the one that stands. */
  async proposeCut(statementId: string, { removed, by }: CutCreation): Promise<CutRow> {
    return this.ledger.transaction().execute(async (trx) => {
      const statement = await this.lockAccepted(trx, statementId);
      const release = await this.releases.find(statement.releaseId, trx);
      if (release === undefined) throw noSuchStatement(statementId);
      const fault = cutFault(statement, removed, release.text);
      if (fault !== null) {
        throw new Invalid(`cut-${fault.because}`, fault.message, [
          { field: 'removed', message: fault.message },
        ]);
      }
      const cut = {
        statementId,
        removed: JSON.stringify(removed),
        proposedBy: by,
        proposedAt: new Date(this.clock.now()),
      };
      return this.consents.insertCut(trx, cut, removed);
    });
  }

  /** Each is consented to by itself: one that is refused keeps none of the others back. */
  async give(organizationId: string, { items, by, note }: ConsentGiving): Promise<ConsentGivingAnswer> {
    const organizations = await this.organizations.load();
    if (organizations.nameOf(organizationId) === undefined) {
      throw new NotFound('organization-not-found', `There is no organization ${organizationId}.`);
    }
    const answer: ConsentGivingAnswer = { given: [], refused: [] };
    for (const item of items) {
      const { statementId, cutId } = item;
      try {
        const consentId = await this.giveOne(organizationId, item, { by, note, organizations });
        answer.given.push({ statementId, cutId, consentId });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        answer.refused.push({ statementId, cutId, code: error.code, detail: error.message });
      }
    }
    return answer;
  }

  /** What is on the wire may still appear; nothing else that uses it leaves after the commit. */
  async withdraw(
    id: string,
    { organizationId, by, reason }: ConsentWithdrawal,
  ): Promise<{ readonly consent: ConsentRow; readonly posts: readonly AffectedPost[] }> {
    return this.ledger.transaction().execute(async (trx) => {
      await takeGateExclusively(trx);
      const standing = await this.consents.find(id, trx);
      if (standing === undefined) throw noSuchConsent(id);
      await this.consents.lockStatement(trx, standing.statementId);
      if (standing.organizationId !== organizationId) {
        throw new Forbidden('not-its-consent', 'Only the organization that gave a consent takes it back.');
      }
      const at = this.clock.now();
      const withdrawn = await this.consents.withdraw(trx, id, { by, reason, at });
      const change = await this.changeOf(trx, standing);
      const posts = withdrawn ? await this.listeners.tell(trx, change, at) : [];
      return { consent: (await this.consents.find(id, trx)) ?? standing, posts };
    });
  }

  private async changeOf(trx: LedgerTransaction, { statementId, cutId }: ConsentRow): Promise<SourceChange> {
    const statementIds = [statementId];
    if (cutId === null) return { kind: 'consent-withdrawn', statementIds };
    return { kind: 'cut-withdrawn', statementIds, removed: await this.consents.removedBy(cutId, trx) };
  }

  private async giveOne(
    organizationId: string,
    { statementId, revision, cutId }: Item,
    given: Pick<ConsentGiving, 'by' | 'note'> & { readonly organizations: Consenting },
  ): Promise<string> {
    return this.ledger.transaction().execute(async (trx) => {
      const statement = await this.lockAccepted(trx, statementId);
      checkMayConsent(given.organizations, statement, organizationId);
      if (statement.revision !== revision) throw statementChangedMeanwhile();
      const cuts = await this.consents.cuts([statementId], trx);
      if (cutId !== null && !cuts.some((cut) => cut.id === cutId)) throw noSuchCut(cutId);
      const standing = await this.consents.standing([statementId], trx);
      const known = standing.find((consent) => consent.cutId === cutId);
      if (known !== undefined) return known.id;
      await this.consents.pinOrganization(trx, statementId, organizationId);
      return this.consents.give(trx, {
        statementId,
        cutId,
        organizationId,
        givenBy: given.by,
        note: given.note,
        givenAt: new Date(this.clock.now()),
      });
    });
  }

  private async lockAccepted(trx: LedgerTransaction, id: string): Promise<StatementRow> {
    const statement = await this.consents.lockStatement(trx, id);
    if (statement === undefined) throw noSuchStatement(id);
    if (statement.kind !== 'quotation') throw notAQuotation();
    if (statement.status !== 'accepted') throw notAccepted(statement);
    return statement;
  }
}

function checkMayConsent(organizations: Consenting, statement: StatementRow, organizationId: string): void {
  const consenting = organizations.organizationOf(statement);
  if (consenting === null) throw nobodyConsents(statement);
  if (consenting !== organizationId) throw notItsWords(organizations.nameOf(consenting));
}
