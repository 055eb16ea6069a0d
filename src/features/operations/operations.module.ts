import { Module } from '@nestjs/common';
import { PostsModule } from '../posts/index.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';

@Module({ imports: [PostsModule], controllers: [HealthController], providers: [HealthService] })
export class OperationsModule {}
