import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { isoInstant } from '../../contract/instant.js';
import {
  account,
  type AccountAnswer,
  accountCreation,
  type AccountCreation,
  accountPage,
  accountQuery,
  type AccountQuery,
  accountSwitches,
  type AccountSwitches,
  organization,
  type OrganizationAnswer,
  organizationCreation,
  type OrganizationCreation,
  organizationPage,
  organizationQuery,
  organizationUpdate,
  type OrganizationUpdate,
} from '../../contract/organizations.js';
import { byId, type ById, type Page, type PageQuery } from '../../contract/page.js';
import { Answers, pageFrom } from '../../infrastructure/http/index.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import { AccountService } from './account.service.js';
import { OrganizationRepository, type OrganizationRow } from './organization.repository.js';
import { OrganizationService } from './organization.service.js';

@ApiTags('organizations')
@Controller()
export class OrganizationsController {
  constructor(
    private readonly service: OrganizationService,
    private readonly organizations: OrganizationRepository,
    private readonly accountService: AccountService,
    private readonly accounts: AccountRepository,
  ) {}

  @Post('organizations')
  @Answers(201, organization, 'Created; 200 where the same request had created it before')
  async create(
    @Body({ schema: organizationCreation }) request: OrganizationCreation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationAnswer> {
    const { created, organization: row } = await this.service.create(request);
    void reply.status(created ? 201 : 200);
    return present(row);
  }

  @Get('organizations')
  @Answers(200, organizationPage)
  async list(@Query({ schema: organizationQuery }) query: PageQuery): Promise<Page<OrganizationAnswer>> {
    return pageFrom(await this.organizations.page(query), query.limit, present);
  }

  @Get('organizations/:id')
  @Answers(200, organization)
  async get(@Param({ schema: byId }) { id }: ById): Promise<OrganizationAnswer> {
    return present(await this.service.get(id));
  }

  @Patch('organizations/:id')
  @Answers(200, organization)
  async update(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: organizationUpdate }) request: OrganizationUpdate,
  ): Promise<OrganizationAnswer> {
    return present(await this.service.update(id, request));
  }

  @Post('organizations/:id/accounts')
  @Answers(201, account, 'Connected; 200 where the same request had connected it before')
  async addAccount(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: accountCreation }) request: AccountCreation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountAnswer> {
    const { created, account: row } = await this.accountService.add(id, request);
    void reply.status(created ? 201 : 200);
    return presentAccount(row);
  }

  @Get('accounts')
  @Answers(200, accountPage)
  async listAccounts(@Query({ schema: accountQuery }) query: AccountQuery): Promise<Page<AccountAnswer>> {
    return pageFrom(await this.accounts.page(query), query.limit, presentAccount);
  }

  @Get('accounts/:id')
  @Answers(200, account)
  async getAccount(@Param({ schema: byId }) { id }: ById): Promise<AccountAnswer> {
    return presentAccount(await this.accountService.get(id));
  }

  @Patch('accounts/:id')
  @Answers(200, account, 'Takes effect at the next claim')
  async switchAccount(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: accountSwitches }) request: AccountSwitches,
  ): Promise<AccountAnswer> {
    return presentAccount(await this.accountService.switch(id, request));
  }
}

function present({ id, name, blanks, createdAt }: OrganizationRow): OrganizationAnswer {
  return { id, name, blanks, createdAt: isoInstant(createdAt) };
}

/** Never the credentials. */
function presentAccount(row: AccountRow): AccountAnswer {
  const { id, organizationId, network, handle, remoteId, serverUrl, connected, optedOut } = row;
  return {
    id,
    organizationId,
    network,
    handle,
    remoteId,
    serverUrl,
    connected,
    optedOut,
    blockedUntil: row.blockedUntil === null ? null : isoInstant(row.blockedUntil),
    createdAt: isoInstant(row.createdAt),
  };
}
