namespace SseGen.Benchmarks.Payloads;

/// <summary>A recursive payload.</summary>
public sealed record TreeNode(string Name, int Size, List<TreeNode> Children);
