import * as vscode from 'vscode';

/** What is used of the API of the Git extension that comes with VS Code; anything of it may be missing. */
interface Git {
  readonly repositories?: readonly Repository[];
  getRepository?(uri: vscode.Uri): Repository | null;
  readonly onDidOpenRepository?: vscode.Event<Repository>;
}

interface Repository {
  getConfig?(key: string): Promise<string>;
  getGlobalConfig?(key: string): Promise<string>;
  readonly state?: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange?: vscode.Event<void> };
}

/** Git as VS Code has it; undefined where it is switched off, isn't there, or speaks another version of its API. */
async function openGit(): Promise<Git | undefined> {
  try {
    const extension = vscode.extensions.getExtension<{ getAPI?(version: 1): Git }>('vscode.git');
    return (await extension?.activate())?.getAPI?.(1);
  } catch {
    return undefined;
  }
}

/** `user.name` of the Git repository that is open, or of this machine's user. */
export async function gitName(): Promise<string | undefined> {
  const git = await openGit();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const repository = (folder && git?.getRepository?.(folder)) ?? git?.repositories?.[0];
  for (const ask of [repository?.getConfig, repository?.getGlobalConfig]) {
    const name = (await ask?.call(repository, 'user.name').catch(() => ''))?.trim();
    if (name) return name;
  }
  return undefined;
}

/** Calls `listener` when a repository is at another commit: after a pull, a merge, a checkout. */
export async function onDidChangeGit(listener: () => void): Promise<vscode.Disposable> {
  const git = await openGit();
  const listening: vscode.Disposable[] = [];
  const follow = ({ state }: Repository): void => {
    let commit = state?.HEAD?.commit;
    const onChange = (): void => {
      if (state?.HEAD?.commit === commit) return;
      commit = state?.HEAD?.commit;
      listener();
    };
    if (state?.onDidChange) listening.push(state.onDidChange(onChange));
  };
  for (const repository of git?.repositories ?? []) follow(repository);
  if (git?.onDidOpenRepository) listening.push(git.onDidOpenRepository(follow));
  return new vscode.Disposable(() => {
    for (const one of listening) one.dispose();
  });
}
