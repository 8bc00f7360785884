using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>The statements that write one event: its fields, its data, the blank line.</summary>
internal sealed class EventBodyEmitter(SourceWriter source, PayloadGraph graph, HelperMembers helpers, string? eventType, bool writesId)
{
    private readonly JsonCode _code = new(source);

    public void Emit(EventFieldsSpec fields, ValueSpec payload, EventCaseSpec? @case)
    {
        var variable = EventFormatterEmitter.PayloadVariable(graph);
        if (graph.NeedsOptions)
        {
            _code.Statement("writer.UseOptions(_options);");
        }

        if (writesId)
        {
            EmitId(fields, variable, @case is null);
        }

        EmitType(fields, variable, @case is null);
        if (graph.IsSseItem)
        {
            using (_code.Block("if (item.ReconnectionInterval is { } reconnectionInterval)"))
            {
                _code.Statement("writer.WriteRetry(reconnectionInterval);");
            }
        }

        if (graph.IsText)
        {
            _code.Statement($"writer.WriteText({variable});");
            _code.Statement("writer.WriteEndOfEvent();");
            return;
        }

        EmitJson(payload, variable, @case);
        _code.Literal("\n\n");
        _code.Flush();
    }

    private void EmitJson(ValueSpec payload, string variable, EventCaseSpec? @case)
    {
        var customized = EventFormatterFields.Customized(@case);
        _code.Literal("data: ");
        using (_code.Block($"if ({customized} is null)"))
        {
            new ValueEmitter(_code, helpers).Write(payload, variable);
        }

        using (_code.Block("else"))
        {
            _code.Statement($"writer.WriteJson({variable}, {customized});");
        }
    }

    private void EmitId(EventFieldsSpec fields, string variable, bool canBeNull)
    {
        if (!graph.IsSseItem)
        {
            EmitPayloadId(fields, variable, canBeNull);
            return;
        }

        using (_code.Block("if (item.EventId is not null)"))
        {
            _code.Statement("writer.WriteId(item.EventId);");
        }

        if (fields.Id is not null)
        {
            using (_code.Block("else"))
            {
                EmitPayloadId(fields, variable, canBeNull);
            }
        }
    }

    private void EmitPayloadId(EventFieldsSpec fields, string variable, bool canBeNull)
    {
        if (fields.Id is not { } id)
        {
            return;
        }

        var read = Read(id, variable, canBeNull);
        if (id.CanBeNull || (canBeNull && !graph.Payload.Type.IsValueType))
        {
            using (_code.Block($"if ({read} is {{ }} id)"))
            {
                _code.Statement(WriteId(id, "id"));
            }
        }
        else
        {
            _code.Statement(WriteId(id, read));
        }
    }

    private string WriteId(EventFieldSpec id, string value) => id.Kind switch
    {
        EventFieldKind.Integer => $"writer.WriteId((long){value});",
        EventFieldKind.RoundTrip => $"writer.WriteId({value}, \"O\");",
        EventFieldKind.EnumName => $"writer.WriteId({EventEnumEmitter.NameOf(id.Enum!, value, helpers)});",
        EventFieldKind.Object => $"writer.WriteId({value}.ToString());",
        _ => $"writer.WriteId({value});",
    };

    private void EmitType(EventFieldsSpec fields, string variable, bool canBeNull)
    {
        if (!graph.IsSseItem)
        {
            EmitPayloadType(fields, variable, canBeNull);
            return;
        }

        using (_code.Block("if (item.EventType != \"message\")"))
        {
            _code.Statement("writer.WriteEventType(item.EventType);");
        }

        if (fields.Type is not null || Constant(fields) is not null)
        {
            using (_code.Block("else"))
            {
                EmitPayloadType(fields, variable, canBeNull);
            }
        }
    }

    private void EmitPayloadType(EventFieldsSpec fields, string variable, bool canBeNull)
    {
        if (fields.Type is { } type)
        {
            var read = Read(type, variable, canBeNull);
            var isNullable = type.CanBeNull || (canBeNull && !graph.Payload.Type.IsValueType);
            if (type.Kind != EventFieldKind.EnumName)
            {
                _code.Statement($"writer.WriteEventType({read});");
            }
            else if (!isNullable)
            {
                _code.Statement($"writer.WriteEventType({EventEnumEmitter.NameOf(type.Enum!, read, helpers)});");
            }
            else
            {
                using (_code.Block($"if ({read} is {{ }} eventType)"))
                {
                    _code.Statement($"writer.WriteEventType({EventEnumEmitter.NameOf(type.Enum!, "eventType", helpers)});");
                }
            }
        }
        else if (Constant(fields) is { } name)
        {
            _code.Literal($"event: {name}\n");
        }
    }

    /// <summary>The payload's own name goes before the endpoint's; <c>message</c> is what a client assumes without the field.</summary>
    private string? Constant(EventFieldsSpec fields) =>
        (fields.ConstantType ?? graph.Fields.ConstantType ?? eventType) is { } name && name is not ("" or "message") ? name : null;

    private string Read(EventFieldSpec field, string variable, bool canBeNull)
    {
        var isStruct = graph.Payload.Type.IsValueType;
        var value = canBeNull && !isStruct && field.Access.Kind == MemberAccessKind.Direct ? variable + "?" : variable;
        return helpers.Read(field.Access, value, isStruct);
    }
}
