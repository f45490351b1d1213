/** Below which path the provider of demo users stands. */
export const demoLogInPath = '/demo-log-in'
