/** The page modules that the bundler found beside the verbs. */
declare module "made:modules" {
  const modules: Record<string, () => Promise<{ default: (element: HTMLElement) => void }>>;
  export default modules;
}

interface TrustedPolicy {
  createHTML(text: string): string;
}

interface Window {
  trustedTypes?: {
    createPolicy(name: string, rules: { createHTML(text: string): string }): TrustedPolicy;
  };
}
