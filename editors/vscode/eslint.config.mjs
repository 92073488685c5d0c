import eslint from '@eslint/js';
import typescript from 'typescript-eslint';

export default typescript.config({
  files: ['src/**/*.ts', 'test/**/*.{ts,mts}'],
  extends: [eslint.configs.recommended, ...typescript.configs.strictTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    // A count or a line number reads as well in a template as a word does.
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // node:test runs what it is given, awaited or not.
    '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', name: 'test', package: 'node:test' }] }],
    // "Do this and leave" in one line is plain enough.
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
    // Whatever can be disposed of is a Disposable to VS Code.
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    // Code points are what the editor and the command count.
    '@typescript-eslint/no-misused-spread': 'off',
  },
});
