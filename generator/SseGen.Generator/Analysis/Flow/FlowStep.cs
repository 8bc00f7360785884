using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>One way to go on from a block.</summary>
/// <param name="Target">The block that is next.</param>
/// <param name="Swallowed">The catch clause that makes it possible, by taking the exception of a cancelled wait.</param>
internal readonly record struct FlowStep(int Target, CatchClauseSyntax? Swallowed);
