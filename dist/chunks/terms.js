// src/compare/terms.ts
function policyIn({ comparisons, waivers }, policy) {
	return {
		...policy,
		alpha: policy.alpha / comparisons,
		...waivers.length > 0 && { waivers: [...waivers, ...policy.waivers ?? []] }
	};
}
function termsOf({ services, waivers }) {
	return {
		comparisons: services.reduce((sum, { types }) => sum + types.length, 0),
		waivers
	};
}
export { termsOf as n, policyIn as t };
