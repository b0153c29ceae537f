/** Cửa của mô-đun Kiến nghị: what modules below may use. */
export { answerProposal } from './actions/answer-proposal.ts'
export { assignProposal } from './actions/assign-proposal.ts'
export { gatherProposals } from './actions/gather-proposals.ts'
export { mergeProposals } from './actions/merge-proposals.ts'
export { proposalHref } from './pages/parts.ts'
export { proposalsOf, proposalsToAnswer } from './views.ts'
