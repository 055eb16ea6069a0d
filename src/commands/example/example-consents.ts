import { consentGivingAnswer, consentList } from '../../contract/consents.js';
import { statementChange } from '../../contract/releases.js';
import type { ChorusApi } from '../chorus-api.js';

/**
 * Consents as the speakers' own organizations would. `spokenForBy` names the organization of those for whom the
 * release names none, such as a plaintiff, by the speaker's name.
 */
export async function consentToAll(
  api: ChorusApi,
  campaignId: string,
  spokenForBy: ReadonlyMap<string, string>,
  by: string,
): Promise<void> {
  const asked = async () => (await api.get(`campaigns/${campaignId}/consents`, consentList)).items;
  for (const { statementId, speaker, organizationId } of await asked()) {
    const consentOrganizationId = spokenForBy.get(speaker ?? '');
    if (organizationId !== null || consentOrganizationId === undefined) continue;
    await api.patch(`statements/${statementId}`, { by, consentOrganizationId }, statementChange);
  }
  for (const { statementId, revision, cutId, organizationId, consent } of await asked()) {
    if (organizationId === null || consent !== null) continue;
    const giving = { items: [{ statementId, revision, cutId }], by };
    await api.post(`organizations/${organizationId}/consents`, giving, consentGivingAnswer);
  }
}
