using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads what a handler returns.</summary>
internal static class StreamParser
{
    private static readonly (string Type, StreamShape Shape)[] s_shapes =
    [
        (KnownNames.AsyncEnumerable, StreamShape.AsyncEnumerable),
        (KnownNames.ChannelReader, StreamShape.ChannelReader),
        (KnownNames.EventStreamResult, StreamShape.Result),
    ];

    public static StreamSpec? Parse(ParsingContext context, CancellationToken cancellationToken)
    {
        var (returned, isAwaited) = Unwrap(context.Method.ReturnType, context.Symbols);
        var (shape, element) = ShapeOf(returned, isAwaited, context);
        if (shape is null || element is null)
        {
            // A return type that does not exist is the compiler's to report.
            if (returned.TypeKind != TypeKind.Error)
            {
                context.Report(
                    Rules.NotAStream,
                    context.LocationOf(context.Method),
                    context.Method.Name,
                    context.Method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            }

            return null;
        }

        if (Reachability.HiddenType(element, context.Assembly) is { } hidden)
        {
            context.Report(
                Rules.Inaccessible, context.LocationOf(context.Method), hidden.Name, Reachability.Obstacle(hidden, context.Assembly)!);
            return null;
        }

        var graph = PayloadParser.Parse(element, context.Symbols, context.Assembly, context.LocationOf(context.Method), cancellationToken);
        context.Report(graph.Violations);
        if (graph.Spec is null)
        {
            return null;
        }

        var isSseItem = context.Symbols.Is(element, KnownNames.SseItem);
        return new StreamSpec
        {
            Shape = shape.Value,
            IsAwaited = isAwaited,
            ReturnType = TypeRef.Declared(context.Method.ReturnType),
            Element = TypeRef.Of(element),
            IsSseItem = isSseItem,
            Payload = TypeRef.Of(PayloadOf(element, context.Symbols)),
            Graph = graph.Spec,
        };
    }

    /// <summary>The shape alone; <see langword="null"/> when it is none.</summary>
    public static StreamShape? ShapeOf(ParsingContext context)
    {
        var (returned, isAwaited) = Unwrap(context.Method.ReturnType, context.Symbols);
        return ShapeOf(returned, isAwaited, context).Shape;
    }

    /// <summary>The payload of what a stream yields: the <c>T</c> of an <c>SseItem&lt;T&gt;</c>, anything else itself.</summary>
    public static ITypeSymbol PayloadOf(ITypeSymbol element, KnownSymbols symbols) =>
        symbols.Is(element, KnownNames.SseItem) ? ((INamedTypeSymbol)element).TypeArguments[0] : element;

    private static (ITypeSymbol Type, bool IsAwaited) Unwrap(ITypeSymbol type, KnownSymbols symbols) =>
        symbols.Is(type, KnownNames.TaskOf) || symbols.Is(type, KnownNames.ValueTaskOf)
            ? (((INamedTypeSymbol)type).TypeArguments[0], true)
            : (type, symbols.Is(type, KnownNames.Task) || symbols.Is(type, KnownNames.ValueTask));

    private static (StreamShape? Shape, ITypeSymbol? Element) ShapeOf(ITypeSymbol type, bool isAwaited, ParsingContext context)
    {
        if (type is not INamedTypeSymbol named || context.Method.RefKind != RefKind.None)
        {
            return (null, null);
        }

        foreach (var (name, shape) in s_shapes)
        {
            // A result decides first, and to decide takes an await.
            if (context.Symbols.Is(named, name) && (isAwaited || shape != StreamShape.Result))
            {
                return (shape, named.TypeArguments[0]);
            }
        }

        if (SequenceOf(named, context.Symbols) is { } sequence)
        {
            return (StreamShape.AsyncEnumerable, sequence.TypeArguments[0]);
        }

        var returnsNothing = isAwaited && named.TypeArguments.Length == 0;
        return returnsNothing && WriterOf(context) is { } writer ? (StreamShape.Push, writer.TypeArguments[0]) : (null, null);
    }

    /// <summary>The one sequence that a type is, as a topic's subscription is one; a type that is several does not say which it means.</summary>
    private static INamedTypeSymbol? SequenceOf(INamedTypeSymbol type, KnownSymbols symbols)
    {
        var sequences = type.AllInterfaces.Where(one => symbols.Is(one, KnownNames.AsyncEnumerable)).ToList();
        return sequences.Count == 1 ? sequences[0] : null;
    }

    /// <summary>The type of the one parameter that a push handler writes to.</summary>
    private static INamedTypeSymbol? WriterOf(ParsingContext context)
    {
        var writers = context.Method.Parameters.Where(parameter => context.Symbols.Is(parameter.Type, KnownNames.EventStreamWriter)).ToList();
        return writers.Count == 1 ? (INamedTypeSymbol)writers[0].Type : null;
    }
}
