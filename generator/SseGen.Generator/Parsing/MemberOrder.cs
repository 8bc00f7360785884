using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>
/// The order of a type's members. Where source is, it is that of the declaration. The framework's reference assemblies have members in the
/// order of the alphabet, but what System.Text.Json finds at run time is the order of the implementation: it is known of the types
/// below, and guessed of none.
/// </summary>
internal static class MemberOrder
{
    private static readonly Dictionary<string, string[]> s_known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["System.Collections.DictionaryEntry"] = "Key Value",
        ["System.Collections.Generic.KeyValuePair`2"] = "Key Value",
        ["System.ComponentModel.DataAnnotations.ValidationResult"] = "MemberNames ErrorMessage",
        ["System.Diagnostics.ActivityContext"] = "TraceId SpanId TraceFlags TraceState IsRemote",
        ["System.Diagnostics.Stopwatch"] = "IsRunning Elapsed ElapsedMilliseconds ElapsedTicks",
        ["System.Drawing.Color"] = "R G B A IsKnownColor IsEmpty IsNamedColor IsSystemColor Name",
        ["System.Drawing.Point"] = "IsEmpty X Y",
        ["System.Drawing.PointF"] = "IsEmpty X Y",
        ["System.Drawing.Rectangle"] = "Location Size X Y Width Height Left Top Right Bottom IsEmpty",
        ["System.Drawing.RectangleF"] = "Location Size X Y Width Height Left Top Right Bottom IsEmpty",
        ["System.Drawing.Size"] = "IsEmpty Width Height",
        ["System.Drawing.SizeF"] = "IsEmpty Width Height",
        ["System.GCGenerationInfo"] = "SizeBeforeBytes FragmentationBeforeBytes SizeAfterBytes FragmentationAfterBytes",
        ["System.Index"] = "Value IsFromEnd",
        ["System.Lazy`1"] = "IsValueCreated Value",
        ["System.Net.Cookie"] = "Comment CommentUri HttpOnly Discard Domain Expired Expires Name Path Port Secure TimeStamp Value Version",
        ["System.Net.DnsEndPoint"] = "Host AddressFamily Port",
        ["System.Net.Mail.MailAddress"] = "DisplayName User Host Address",
        ["System.Numerics.BigInteger"] = "IsPowerOfTwo IsZero IsOne IsEven Sign",
        ["System.Numerics.Complex"] = "Real Imaginary Magnitude Phase",
        ["System.Numerics.Matrix3x2"] = "IsIdentity Translation X Y Z",
        ["System.Numerics.Matrix4x4"] = "IsIdentity Translation X Y Z W",
        ["System.Range"] = "Start End",
        ["System.Text.Rune"] = "IsAscii IsBmp Plane Utf16SequenceLength Utf8SequenceLength Value",
        ["System.Tuple`2"] = "Item1 Item2",
        ["System.Tuple`3"] = "Item1 Item2 Item3",
        ["System.Tuple`4"] = "Item1 Item2 Item3 Item4",
        ["System.Tuple`5"] = "Item1 Item2 Item3 Item4 Item5",
        ["System.Tuple`6"] = "Item1 Item2 Item3 Item4 Item5 Item6",
        ["System.Tuple`7"] = "Item1 Item2 Item3 Item4 Item5 Item6 Item7",
        ["System.Tuple`8"] = "Item1 Item2 Item3 Item4 Item5 Item6 Item7 Rest",
        ["Microsoft.Extensions.Diagnostics.HealthChecks.HealthReport"] = "Entries Status TotalDuration",
        ["Microsoft.Extensions.Diagnostics.HealthChecks.HealthReportEntry"] = "Data Description Duration Exception Status Tags",
        ["Microsoft.Extensions.Logging.EventId"] = "Id Name",
        ["Microsoft.Extensions.Primitives.StringSegment"] = "Buffer Offset Length Value HasValue",
    }.ToDictionary(static entry => entry.Key, static entry => entry.Value.Split(' '), StringComparer.Ordinal);

    /// <summary>The types whose order is known, by their metadata names, and their properties in that order.</summary>
    public static IReadOnlyDictionary<string, string[]> Known => s_known;

    /// <summary>The members that <paramref name="type"/> declares, as System.Text.Json finds them.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type) => IsOfFramework(type) && s_known.TryGetValue(NameOf(type), out var order)
        ? type.GetMembers().OrderBy(member => Array.IndexOf(order, member.Name))
        : type.GetMembers();

    /// <summary>The type, or one that it derives from, whose members are in an order that is not known.</summary>
    public static INamedTypeSymbol? Unknown(INamedTypeSymbol type, KnownSymbols symbols) =>
        MemberCollector.Hierarchy(type).FirstOrDefault(declaring => IsUnknown(declaring, symbols));

    /// <summary>Whether two or more of a framework type's own members are written, in an order that is not known.</summary>
    private static bool IsUnknown(INamedTypeSymbol type, KnownSymbols symbols)
    {
        if (!IsOfFramework(type))
        {
            return false;
        }

        var written = type.GetMembers().OfType<IPropertySymbol>().Where(property => IsWritten(property, symbols)).ToList();
        return written.Count > 1
            && !(s_known.TryGetValue(NameOf(type), out var order) && written.TrueForAll(property => order.Contains(property.Name)))
            && type.ContainingAssembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ReferenceAssemblyAttribute");
    }

    /// <summary>What a user is told of a type that is <see cref="Unknown"/>.</summary>
    public static string Reason(INamedTypeSymbol declaring) => $"the order in which '{declaring.Name}' has its members is known at run time only";

    private static bool IsWritten(IPropertySymbol property, KnownSymbols symbols) =>
        property is { IsStatic: false, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public }
        && JsonAttributes.Ignore(property, symbols) is not (JsonAttributes.IgnoreCondition.Always or JsonAttributes.IgnoreCondition.WhenWriting);

    /// <summary>The assemblies whose references are sorted; ASP.NET Core's are as the compiler made them.</summary>
    public static bool IsOfFramework(INamedTypeSymbol type) =>
        type.ContainingAssembly?.Name is { } name
        && type.DeclaringSyntaxReferences.IsEmpty
        && (name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "netstandard" or "mscorlib");

    private static string NameOf(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
}
