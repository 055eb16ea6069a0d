/** In and out: CSV, plans for partners' own tools, calendar feeds and the plan on paper. */
export { ExchangeModule } from './exchange.module.js';
