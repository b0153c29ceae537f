/** Cửa của mô-đun Chất lượng hồ sơ: what modules below may use. */
export { openCampaign } from './actions/open-campaign.ts'
export { campaignsWaiting } from './views.ts'
