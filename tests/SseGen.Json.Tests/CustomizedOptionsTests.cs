using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SseGen.JsonCases;
using SseGen.TestKit;

namespace SseGen.Json.Tests;

/// <summary>An app that changes its JSON options gets the JSON it asked for, from every stream.</summary>
public sealed class CustomizedOptionsTests
{
    private static readonly string[] s_patterns = ["/members/records", "/enums", "/polymorphism/zoo", "/dictionaries/classes", "/sequences/root/list", "/scalars/double"];

    private static readonly Dictionary<string, Action<JsonSerializerOptions>> s_changes = new()
    {
        ["no naming policy"] = static o => o.PropertyNamingPolicy = null,
        ["snake case"] = static o => o.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ["dictionary keys"] = static o => o.DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseUpper,
        ["strict encoder"] = static o => o.Encoder = JavaScriptEncoder.Default,
        ["encoder by default"] = static o => o.Encoder = null,
        ["nulls left out"] = static o => o.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ["numbers as strings"] = static o => o.NumberHandling = JsonNumberHandling.WriteAsString,
        ["fields"] = static o => o.IncludeFields = true,
        ["no read-only properties"] = static o => o.IgnoreReadOnlyProperties = true,
        ["no read-only fields"] = static o => (o.IncludeFields, o.IgnoreReadOnlyFields) = (true, true),
        ["defaults left out"] = static o => o.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        ["names for numbers"] = static o => o.NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        ["deeper"] = static o => o.MaxDepth = 100,
        ["indented by tabs"] = static o => (o.WriteIndented, o.IndentCharacter, o.IndentSize, o.NewLine) = (true, '\t', 1, "\n"),
        ["indented"] = static o => o.WriteIndented = true,
        ["enums by name"] = static o => o.Converters.Add(new JsonStringEnumConverter()),
        ["cycles"] = static o => o.ReferenceHandler = ReferenceHandler.IgnoreCycles,
        ["references"] = static o => o.ReferenceHandler = ReferenceHandler.Preserve,
        ["a modifier"] = static o => o.TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers = { static info => info.Properties.ToList().ForEach(static property => property.Name += "_") },
        },
        ["an added modifier"] = static o => o.TypeInfoResolver = new DefaultJsonTypeInfoResolver()
            .WithAddedModifier(static info => info.Properties.ToList().ForEach(static property => property.Name += "!")),
    };

    public static TheoryData<string> Changes => [.. s_changes.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_followed(string change)
    {
        await using var server = await LiveServer.StartAsync(
            builder =>
            {
                builder.Services.AddEventStreams();
                builder.Services.ConfigureHttpJsonOptions(options => s_changes[change](options.SerializerOptions));
            },
            JsonCasesEntryPoint.Map);
        var oracle = new JsonSerializerOptions(JsonCase.Options);
        s_changes[change](oracle);
        foreach (var pattern in s_patterns)
        {
            var expected = await JsonCase.All[pattern].ExpectedAsync(7, oracle);
            await using var reader = await SseReader.OpenAsync(server.Client(), pattern + "?seed=" + 7.ToString(CultureInfo.InvariantCulture));
            var frames = await reader.ReadToEndAsync();
            Assert.Equal(expected.Select(static json => Encoding.UTF8.GetString(json).ReplaceLineEndings("\n")), frames.Select(static frame => frame.Data));
        }
    }

    [Fact]
    public void The_obsolete_way_to_leave_out_nulls_is_followed() =>
#pragma warning disable SYSLIB0020 // What old apps still set.
        AssertAlike("Names", new Named(null!), static options => options.IgnoreNullValues = true);
#pragma warning restore SYSLIB0020

    [Fact]
    public void A_null_where_annotations_allow_none_is_refused_where_they_are_respected() =>
        AssertAlike("Names", new Named(null!), static options => options.RespectNullableAnnotations = true);

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public void A_limit_of_depth_is_followed(int limit)
    {
        var link = new Link();
        for (var i = 0; i < 80; i++)
        {
            link = new Link { Next = link };
        }

        AssertAlike("Links", link, options => options.MaxDepth = limit);
        AssertAlike("Links", link.Next!.Next!, options => options.MaxDepth = limit);
    }

    /// <summary>A setting that a later version of the framework brings must be looked at.</summary>
    [Fact]
    public void There_is_no_setting_but_those_known()
    {
        string[] followed =
        [
            "Converters", "DefaultIgnoreCondition", "DictionaryKeyPolicy", "Encoder", "IgnoreNullValues", "IgnoreReadOnlyFields", "IgnoreReadOnlyProperties",
            "IncludeFields", "MaxDepth", "NumberHandling", "PropertyNamingPolicy", "ReferenceHandler", "RespectNullableAnnotations", "TypeInfoResolver",
            "TypeInfoResolverChain", "WriteIndented",
        ];
        string[] ofIndentation = ["IndentCharacter", "IndentSize", "NewLine"];
        string[] ofReading =
        [
            "AllowDuplicateProperties", "AllowOutOfOrderMetadataProperties", "AllowTrailingCommas", "PreferredObjectCreationHandling", "PropertyNameCaseInsensitive",
            "ReadCommentHandling", "RespectRequiredConstructorParameters", "UnknownTypeHandling", "UnmappedMemberHandling",
        ];
        string[] ofBuffers = ["DefaultBufferSize", "IsReadOnly"];

        Assert.Equal(
            followed.Concat(ofIndentation).Concat(ofReading).Concat(ofBuffers).Order(StringComparer.Ordinal),
            typeof(JsonSerializerOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(static property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_that_concern_reading_alone_leave_the_generated_code_in_charge()
    {
        var options = new JsonSerializerOptions(JsonCase.Options)
        {
            AllowTrailingCommas = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            PropertyNameCaseInsensitive = false,
            TypeInfoResolver = null,
        };

        // Without a resolver, anything but generated code would throw.
        Assert.Equal("event: deleted\ndata: {\"id\":null}\n\n", Formatters.Write<Change?>("Changes", new Deleted(null), options));
    }

    [Fact]
    public void Without_reflection_every_context_of_the_project_is_asked_what_an_object_holds()
    {
        var options = new JsonSerializerOptions(JsonCase.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine() };

        Assert.Contains("\"anything\":{\"text\":\"a\"}", Formatters.Write("Sparses", new Sparse { Anything = new SparseStruct("a") }, options), StringComparison.Ordinal);
        Assert.Contains("\"anything\":[1]", Formatters.Write("Sparses", new Sparse { Anything = new List<int> { 1 } }, options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_without_metadata_is_refused_when_the_app_starts()
    {
        var options = new JsonSerializerOptions(JsonCase.Options) { PropertyNamingPolicy = null, TypeInfoResolver = JsonTypeInfoResolver.Combine() };

        var refused = Assert.ThrowsAny<Exception>(() => Formatters.Of<Tick>("Ticks", options)).GetBaseException();

        Assert.IsType<InvalidOperationException>(refused);
        Assert.Contains("PropertyNamingPolicy", refused.Message, StringComparison.Ordinal);
        Assert.Contains("JsonSerializable", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>What System.Text.Json writes with the changed options, or the type of its exception.</summary>
    private static void AssertAlike<T>(string handler, T item, Action<JsonSerializerOptions> change)
    {
        var options = new JsonSerializerOptions(JsonCase.Options);
        change(options);
        Assert.Equal(
            Outcome(() => JsonSerializer.Serialize(item, options)),
            Outcome(() => Formatters.Write(handler, item, options).Split("data: ")[1].TrimEnd('\n')));
    }

    private static string Outcome(Func<string> write)
    {
        try
        {
            return write();
        }
        catch (JsonException)
        {
            return "refused";
        }
    }
}
