import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organizationHours, type OrganizationHours } from '../../contract/hours.js';
import { byId, type ById } from '../../contract/page.js';
import { zoneName } from '../../domain/campaign/court-time.js';
import { Answers } from '../../infrastructure/http/index.js';
import { HoursRepository } from './hours.repository.js';
import { noSuchOrganization, unknownZone } from './organization.refusals.js';

/** An organization's own clock and quiet hours. */
@ApiTags('organizations')
@Controller('organizations/:id/hours')
export class HoursController {
  constructor(private readonly hours: HoursRepository) {}

  @Get()
  @Answers(200, organizationHours)
  async get(@Param({ schema: byId }) { id }: ById): Promise<OrganizationHours> {
    return (await this.hours.find(id)) ?? noHours(id);
  }

  @Put()
  @Answers(200, organizationHours)
  async set(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: organizationHours }) { zone, quiet }: OrganizationHours,
  ): Promise<OrganizationHours> {
    const known = zone === null ? null : zoneName(zone);
    if (zone !== null && known === null) throw unknownZone(zone);
    return (await this.hours.save(id, { zone: known, quiet })) ?? noHours(id);
  }
}

function noHours(id: string): never {
  throw noSuchOrganization(id);
}
