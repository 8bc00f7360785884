using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Analysis;

/// <summary>
/// Every rule: id, title, message, severity. An id is never used twice, not even after its rule has gone. Each has a page
/// <c>docs/diagnostics/SSEnnn.md</c>, a line in <c>AnalyzerReleases</c> and a test.
/// </summary>
internal static partial class Rules
{
    private const string HelpLinkBase = "https://github.com/ssegen/ssegen/blob/main/docs/diagnostics/";

    /// <summary>The shape of a handler.</summary>
    private const string Shape = "SseGen.Shape";

    /// <summary>Parameters that bind, but hardly as their author thinks.</summary>
    private const string Binding = "SseGen.Binding";

    public static readonly DiagnosticDescriptor InvalidPattern = Create(
        "SSE001",
        "Route pattern is not valid",
        "The route pattern \"{0}\" is not valid: {1}",
        Shape);

    public static readonly DiagnosticDescriptor NotAStream = Create(
        "SSE002",
        "Return type is not an event stream",
        "'{0}' returns '{1}', which is not an event stream; return IAsyncEnumerable<T>, Task<IAsyncEnumerable<T>> or another of the documented shapes",
        Shape);

    public static readonly DiagnosticDescriptor Inaccessible = Create(
        "SSE003",
        "Generated code cannot reach the handler",
        "'{0}' is {1}, and generated code cannot reach it; make it at least internal, and no error to use",
        Shape);

    public static readonly DiagnosticDescriptor Generic = Create(
        "SSE004",
        "Handler is generic",
        "'{0}' has type parameters, for which there is no type argument to call it with",
        Shape);

    public static readonly DiagnosticDescriptor CannotBind = Create(
        "SSE005",
        "Parameter cannot be bound",
        "The parameter '{0}' cannot be bound: {1}",
        Shape);

    public static readonly DiagnosticDescriptor NotAHandler = Create(
        "SSE006",
        "[EventStream] has no effect here",
        "[EventStream] has no effect on {0}; put it on an ordinary method of a class",
        Shape);

    public static readonly DiagnosticDescriptor InvalidHttpMethod = Create(
        "SSE007",
        "HTTP method is not GET or POST",
        "An event stream answers GET or POST, not \"{0}\"",
        Shape);

    public static readonly DiagnosticDescriptor InvalidSetting = Create(
        "SSE008",
        "Setting of [EventStream] is not valid",
        "{0} is not valid: {1}",
        Shape);

    public static readonly DiagnosticDescriptor InvalidEntryPoint = Create(
        "SSE009",
        "Name of the entry point is not valid",
        "\"{0}\" cannot be the name of this assembly's public entry point; it must be an identifier other than MapEventStreams, which is generated for this assembly anyway",
        Shape);

    public static readonly DiagnosticDescriptor RouteKeyMissing = Create(
        "SSE301",
        "Route parameter is not in the pattern",
        "The pattern of this event stream has no parameter '{1}' for '{0}'; unless the prefix of a group has it, the application fails when it starts",
        Binding,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor OptionalSegment = Create(
        "SSE302",
        "Optional route parameter is bound to a required parameter",
        "The pattern lets '{1}' be left out, but '{0}' is required, so that such a request is answered 400; make it nullable or give it a default value",
        Binding,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor SequenceIsService = Create(
        "SSE303",
        "Sequence is not bound from the query",
        "'{0}' of type '{1}' is taken from the container, not from the query string; use '{2}[]', or mark it with [FromServices]",
        Binding,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor RequiredLastEventId = Create(
        "SSE304",
        "Last event id is required",
        "A client that asks for the first time has no last event id, and would be answered 400; make '{0}' nullable or give it a default value",
        Binding,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor CachedOutput = Create(
        "SSE305",
        "Output cache on an event stream",
        "[OutputCache] on '{0}' has no effect, because a stream is never cached: what was sent is no answer to a later request; remove it, or set NoStore",
        Binding,
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotValidated = Create(
        "SSE306",
        "Members are not validated",
        "The validation attributes in '{1}' are not looked at for '{0}': the validation generator does not see generated endpoints; mark the type with [ValidatableType]",
        Binding,
        DiagnosticSeverity.Warning);

    /// <summary>What <see cref="EndpointShapeAnalyzer"/> can report.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfEndpoints =>
    [
        InvalidPattern,
        NotAStream,
        Inaccessible,
        Generic,
        CannotBind,
        NotAHandler,
        InvalidHttpMethod,
        InvalidSetting,
        InvalidEntryPoint,
        .. OfPayloads,
        RouteKeyMissing,
        OptionalSegment,
        SequenceIsService,
        RequiredLastEventId,
        CachedOutput,
        NotValidated,
    ];

    /// <summary>The only place where a descriptor is made: category and help link cannot be forgotten.</summary>
    [SuppressMessage(
        "ApiDesign",
        "RS0030:Do not use banned APIs",
        Justification = "This is the helper that the ban points to.")]
    private static DiagnosticDescriptor Create(
        string id,
        string title,
        string message,
        string category,
        DiagnosticSeverity severity = DiagnosticSeverity.Error,
        string? description = null) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, description, HelpLinkBase + id + ".md");
}
