/**
 * Connected components of an undirected graph given by its edges.
 * @returns every node of an edge with the least node (by code points) of its component.
 */
export function components(edges: readonly (readonly [string, string])[]): Map<string, string> {
  const parent = new Map<string, string>();
  const find = (node: string): string => {
    let root = node;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = node; at !== root; ) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const [a, b] of edges) {
    const [low, high] = [find(a), find(b)].sort() as [string, string];
    parent.set(low, low);
    parent.set(high, low);
  }
  for (const node of [...parent.keys()]) parent.set(node, find(node));
  return parent;
}
