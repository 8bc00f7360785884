using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads the handlers and the items of topics of a project, file by file.</summary>
/// <remarks>
/// <c>CreateSyntaxProvider</c> would ask about every node of every file, and so make the compiler create all of them: nodes of bodies and
/// payloads, which nobody needs, and which live as long as their tree. Here a file is searched once, and below its declarations only
/// when its text has the name of a topic.
/// </remarks>
internal static class FindingReader
{
    private static readonly ConditionalWeakTable<SyntaxTree, List<SyntaxNode>> s_candidates = new();

    public static IEnumerable<Finding> ReadAll(Compilation compilation, CancellationToken cancellationToken)
    {
        var declarations = Declarations.Of(compilation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var candidates = s_candidates.GetValue(tree, static tree => CandidatesOf(tree));
            if (candidates.Count == 0)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var model = new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree));
            foreach (var candidate in candidates)
            {
                var finding = candidate is MethodDeclarationSyntax method
                    ? new Finding(EndpointReader.Read(method, declarations, model, cancellationToken), TopicItem: null)
                    : new Finding(Endpoint: null, TopicItemParser.Parse((GenericNameSyntax)candidate, model.Value, cancellationToken).Spec);
                if (finding != default)
                {
                    yield return finding;
                }
            }
        }
    }

    private static List<SyntaxNode> CandidatesOf(SyntaxTree tree)
    {
        var candidates = new List<SyntaxNode>();
        if (DeclarationText.MayHave(tree, "Topic"))
        {
            candidates.AddRange(tree.GetRoot().DescendantNodes().Where(static node => IsAttributedMethod(node) || TopicItemParser.IsCandidate(node)));
        }
        else if (tree.GetRoot() is CompilationUnitSyntax unit)
        {
            AddMethods(unit.Members, candidates);
        }

        return candidates;
    }

    private static void AddMethods(SyntaxList<MemberDeclarationSyntax> members, List<SyntaxNode> methods)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax @namespace:
                    AddMethods(@namespace.Members, methods);
                    break;
                case TypeDeclarationSyntax type:
                    AddMethods(type.Members, methods);
                    break;
                default:
                    if (IsAttributedMethod(member))
                    {
                        methods.Add(member);
                    }

                    break;
            }
        }
    }

    private static bool IsAttributedMethod(SyntaxNode node) => node is MethodDeclarationSyntax { AttributeLists.Count: > 0 };
}
