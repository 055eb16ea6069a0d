import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/index.js';
import { AccountsCsv } from './csv/accounts-csv.js';
import { CsvController } from './csv/csv.controller.js';
import { OrganizationsCsv } from './csv/organizations-csv.js';

@Module({
  imports: [OrganizationsModule],
  controllers: [CsvController],
  providers: [AccountsCsv, OrganizationsCsv],
})
export class ExchangeModule {}
