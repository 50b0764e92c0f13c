import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A busy machine may take its time.
    expect: { poll: { timeout: 10_000 } },
    env: { TZ: 'Asia/Shanghai', NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' },
  },
})
