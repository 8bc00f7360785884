using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Emission;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Reads a method with <c>[EventStream]</c>. The generator asks for the spec, <see cref="EndpointShapeAnalyzer"/> for what is wrong: there
/// are no two opinions on what a handler is.
/// </summary>
internal static class EndpointParser
{
    private static readonly SymbolDisplayFormat s_signatureFormat = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName);

    /// <summary>Reads <paramref name="method"/>; without the attribute there is neither a spec nor a violation.</summary>
    public static ParseResult<EndpointSpec> Parse(IMethodSymbol method, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        var context = new ParsingContext(method, symbols);
        if (symbols.Attribute(method, KnownNames.EventStreamAttribute) is not { } attribute)
        {
            return context.Result<EndpointSpec>(null);
        }

        if (NotAMethodOfAClass(method) is { } what)
        {
            context.Report(Rules.NotAHandler, context.LocationOf(method), what);
            return context.Result<EndpointSpec>(null);
        }

        if (!IsComplete(method))
        {
            return context.Result<EndpointSpec>(null);
        }

        CheckReachable(context);
        CheckOutputCache(context);
        var settings = SettingsParser.Parse(attribute, context, cancellationToken);
        var stream = StreamParser.Parse(context, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var parameters = ParameterParser.ParseAll(context);
        var handler = HandlerParser.Parse(context);
        return stream is null || settings is null || handler is null
            ? context.Result<EndpointSpec>(null)
            : context.Result(new EndpointSpec
            {
                Handler = handler,
                MethodName = method.Name,
                IsStatic = method.IsStatic,
                Settings = settings,
                Parameters = parameters,
                Stream = stream,
                Signature = CSharpLiteral.XmlText(method.ToDisplayString(s_signatureFormat)),
                Documentation = DocumentationParser.Parse(method, cancellationToken),
                IsObsolete = ObsoleteMembers.AreUsedBy(method, context.Symbols),
            });
    }

    /// <summary>What the method is, when it is not one that can be an endpoint.</summary>
    private static string? NotAMethodOfAClass(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.LocalFunction } => "a local function",
        { MethodKind: MethodKind.AnonymousFunction } => "a lambda",
        { MethodKind: not MethodKind.Ordinary } => "an accessor, operator or constructor",
        { ContainingType.TypeKind: TypeKind.Interface } => "a member of an interface",
        { ContainingType.IsExtension: true } => "an extension member",
        _ => null,
    };

    /// <summary>
    /// A method that is being typed has types that do not exist yet, no name, or two parameters of one name. The compiler says so; a
    /// second error, in generated code or from an analyzer, would only hide it.
    /// </summary>
    private static bool IsComplete(IMethodSymbol method) =>
        method.Name.Length > 0
        && method.ContainingType.Name.Length > 0
        && method.Parameters.All(static parameter => parameter.Name.Length > 0)
        && !HasErrorType(method.ReturnType)
        && !method.Parameters.Any(static parameter => HasErrorType(parameter.Type))
        && method.Parameters.Select(static parameter => parameter.Name).Distinct(StringComparer.Ordinal).Count() == method.Parameters.Length;

    private static bool HasErrorType(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => HasErrorType(array.ElementType),
        IPointerTypeSymbol pointer => HasErrorType(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasErrorType),
        _ => false,
    };

    private static void CheckReachable(ParsingContext context)
    {
        var method = context.Method;
        if (Reachability.Obstacle(method, context.Assembly) is { } obstacle)
        {
            context.Report(Rules.Inaccessible, context.LocationOf(method), method.Name, obstacle);
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.TypeParameters.Length > 0)
            {
                context.Report(Rules.Generic, context.LocationOf(method), type.Name);
                break;
            }
        }

        if (method.TypeParameters.Length > 0)
        {
            context.Report(Rules.Generic, context.LocationOf(method), method.Name);
        }
    }

    private static void CheckOutputCache(ParsingContext context)
    {
        var cache = context.Symbols.Attribute(context.Method, KnownNames.OutputCacheAttribute)
            ?? context.Symbols.Attribute(context.Method.ContainingType, KnownNames.OutputCacheAttribute);
        if (cache is not null && !cache.NamedArguments.Any(static argument => argument is { Key: "NoStore", Value.Value: true }))
        {
            context.Report(Rules.CachedOutput, context.LocationOf(context.Method), context.Method.Name);
        }
    }
}
