using System.Reflection;

namespace SseGen.Hosting;

/// <summary>
/// A member of an <c>[AsParameters]</c> type as a parameter: what reads the attributes of parameters need not know the difference.
/// </summary>
internal sealed class MemberParameterInfo : ParameterInfo
{
    private readonly PropertyInfo _property;
    private readonly ParameterInfo? _constructorParameter;

    public MemberParameterInfo(PropertyInfo property, ParameterInfo? constructorParameter)
    {
        ArgumentNullException.ThrowIfNull(property);
        _property = property;
        _constructorParameter = constructorParameter;
        NameImpl = property.Name;
        ClassImpl = property.PropertyType;
        MemberImpl = property;
        AttrsImpl = constructorParameter?.Attributes ?? ParameterAttributes.None;
        PositionImpl = constructorParameter?.Position ?? 0;
    }

    public override bool HasDefaultValue => _constructorParameter?.HasDefaultValue == true;

    public override object? DefaultValue => _constructorParameter?.DefaultValue;

    public override object? RawDefaultValue => _constructorParameter?.RawDefaultValue;

    public override int MetadataToken => _constructorParameter?.MetadataToken ?? _property.MetadataToken;

    public override object[] GetCustomAttributes(bool inherit) =>
        [.. _constructorParameter?.GetCustomAttributes(inherit) ?? [], .. _property.GetCustomAttributes(inherit)];

    public override object[] GetCustomAttributes(Type attributeType, bool inherit)
    {
        ArgumentNullException.ThrowIfNull(attributeType);

        var ofProperty = _property.GetCustomAttributes(attributeType, inherit);
        if (_constructorParameter?.GetCustomAttributes(attributeType, inherit) is not { Length: > 0 } ofParameter)
        {
            return ofProperty;
        }

        // Callers cast to an array of the attribute's type, which is what both are.
        var both = (object[])Array.CreateInstanceFromArrayType(ofParameter.GetType(), ofParameter.Length + ofProperty.Length);
        ofParameter.CopyTo(both, 0);
        ofProperty.CopyTo(both, ofParameter.Length);
        return both;
    }

    public override IList<CustomAttributeData> GetCustomAttributesData() =>
        [.. _constructorParameter?.GetCustomAttributesData() ?? [], .. _property.GetCustomAttributesData()];

    public override bool IsDefined(Type attributeType, bool inherit) =>
        _constructorParameter?.IsDefined(attributeType, inherit) == true || _property.IsDefined(attributeType, inherit);

    public override Type[] GetOptionalCustomModifiers() => _property.GetOptionalCustomModifiers();

    public override Type[] GetRequiredCustomModifiers() => _property.GetRequiredCustomModifiers();
}
