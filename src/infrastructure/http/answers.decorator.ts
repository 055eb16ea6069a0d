import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type * as z from 'zod';
import { problem } from '../../contract/problem.js';

/** Describes in OpenAPI what a route answers: its own schema, or a problem. */
export function Answers(status: number, schema: z.ZodType, description = ''): MethodDecorator {
  return applyDecorators(
    ApiResponse({ status, description, standardSchema: schema }),
    ApiResponse({ status: '4XX', description: 'Refused, with the reason', standardSchema: problem }),
  );
}
