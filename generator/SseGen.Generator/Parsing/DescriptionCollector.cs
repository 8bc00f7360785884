using System.Collections.Immutable;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Walks the specs of endpoints, and finds each type once.</summary>
internal sealed class DescriptionCollector
{
    private readonly SortedDictionary<string, ValueSpec> _values = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, MembersSpec> _objects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, TypeRef> _contexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PayloadSpec> _payloads = new(StringComparer.Ordinal);

    public static DescriptionSpec Collect(ImmutableArray<EndpointSpec> endpoints, CancellationToken cancellationToken)
    {
        var collector = new DescriptionCollector();
        foreach (var endpoint in endpoints)
        {
            cancellationToken.ThrowIfCancellationRequested();
            collector.Add(endpoint);
        }

        return collector.Result();
    }

    private void Add(EndpointSpec endpoint)
    {
        var graph = endpoint.Stream.Graph;
        foreach (var payload in graph.Reachable)
        {
            _payloads[payload.Type.FullName] = payload;
        }

        foreach (var context in graph.Contexts)
        {
            _contexts[context.FullName] = context;
        }

        Add(graph.Payload);
        foreach (var own in graph.Cases.Select(static @case => @case.OwnPayload).OfType<ValueSpec>())
        {
            Add(own);
        }

        foreach (var parameter in endpoint.Parameters.SelectMany(static parameter => parameter.Members.Append(parameter)))
        {
            if (parameter.Described is { } described)
            {
                Add(described);
            }
        }
    }

    private DescriptionSpec Result() => new()
    {
        Values = _values.Values.ToEquatableArray(),
        Objects = _objects.Values.ToEquatableArray(),
        Contexts = _contexts.Values.ToEquatableArray(),
    };

    private void Add(ValueSpec value)
    {
        if (value is PayloadReferenceSpec && _payloads.TryGetValue(value.Type.FullName, out var payload))
        {
            AddPayload(payload, value);
            return;
        }

        // A converter on one member says nothing about its type elsewhere.
        if (_values.TryGetValue(value.Type.FullName, out var known) && (known is not ConvertedSpec || value is ConvertedSpec))
        {
            return;
        }

        _values[value.Type.FullName] = value;
        switch (value)
        {
            case NullableSpec nullable:
                Add(nullable.Value);
                break;
            case ListSpec list:
                Add(list.Element);
                break;
            case DictionarySpec dictionary:
                Add(dictionary.Value);
                break;
        }
    }

    private void AddPayload(PayloadSpec payload, ValueSpec reference)
    {
        switch (payload)
        {
            case CollectionPayloadSpec collection:
                Add(collection.Collection);
                break;
            case ObjectPayloadSpec type:
                AddObject(type.Members);
                foreach (var derived in type.Polymorphism?.DerivedTypes ?? [])
                {
                    AddObject(derived.Members);
                }

                break;
            case MetadataPayloadSpec metadata:
                Add(metadata.Value);
                break;
            default:
                _values[payload.Type.FullName] = reference; // an enum by name
                break;
        }
    }

    private void AddObject(MembersSpec members)
    {
        if (_objects.ContainsKey(members.Type.FullName))
        {
            return;
        }

        _objects.Add(members.Type.FullName, members);
        foreach (var property in members.Properties)
        {
            Add(property.Value);
        }
    }
}
