using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>
/// Which values of a method carry the stream's token. Flow-insensitive: a variable carries what any of its assignments gives it, so
/// that doubt falls on the side of silence.
/// </summary>
/// <param name="body">The method.</param>
/// <param name="symbols">The types to look for.</param>
/// <param name="arguments">What callers were seen to pass for this method's parameters.</param>
internal sealed class TokenFlow(MethodBody body, FlowSymbols symbols, IReadOnlyDictionary<ISymbol, TokenOrigin>? arguments = null)
{
    private readonly Lazy<VariableAssignments> _assignments = new(() => new VariableAssignments(body, symbols));
    private readonly Dictionary<ISymbol, TokenOrigin> _variables = new(SymbolEqualityComparer.Default);

    /// <summary>What <paramref name="value"/> carries.</summary>
    public TokenOrigin Of(IOperation? value)
    {
        if (value is null || CarriesNothing(value.Type))
        {
            return TokenOrigin.None;
        }

        return value switch
        {
            IConversionOperation conversion => Of(conversion.Operand),
            IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
            IDefaultValueOperation or ILiteralOperation => symbols.IsToken(value.Type) ? TokenOrigin.Unrelated : TokenOrigin.None,
            ILocalReferenceOperation local => OfVariable(local.Local, local.Type),
            IParameterReferenceOperation parameter => OfVariable(parameter.Parameter, parameter.Type),
            IFieldReferenceOperation field => OfField(field),
            IPropertyReferenceOperation property => OfProperty(property),
            IInvocationOperation call => OfCall(call),
            IObjectCreationOperation creation => OfCreation(creation),
            IAwaitOperation await => symbols.IsTask(await.Type) || symbols.IsAsyncSequence(await.Type) || IsTokenLike(await.Type)
                ? Of(await.Operation)
                : TokenOrigin.None,
            IConditionalOperation conditional => Max(Of(conditional.WhenTrue), Of(conditional.WhenFalse)),
            ICoalesceOperation coalesce => Max(Of(coalesce.Value), Of(coalesce.WhenNull)),
            ISwitchExpressionOperation choice => choice.Arms.Aggregate(TokenOrigin.None, (origin, arm) => Max(origin, Of(arm.Value))),
            IConditionalAccessOperation access => Of(access.WhenNotNull),
            IConditionalAccessInstanceOperation instance => Of(instance.ConditionalReceiver()),
            IAssignmentOperation assignment => Of(assignment.Value),
            IDelegateCreationOperation creation => Of(creation.Target),
            IAnonymousFunctionOperation lambda => Mentioned(lambda, lambda),
            IMethodReferenceOperation method => OfMethodGroup(method),
            ITupleOperation or IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation or ISpreadOperation
                or IWithOperation or IAnonymousObjectCreationOperation or IObjectOrCollectionInitializerOperation
                or ITypeParameterObjectCreationOperation or IArgumentOperation => OfParts(value),
            _ => symbols.IsToken(value.Type) ? TokenOrigin.Unknown : TokenOrigin.None,
        };
    }

    /// <summary>The greatest origin of any value that is named inside <paramref name="operation"/>.</summary>
    public TokenOrigin Mentioned(IOperation operation, IAnonymousFunctionOperation? except = null)
    {
        var origin = TokenOrigin.None;
        foreach (var descendant in operation.Descendants())
        {
            if (descendant is IParameterReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
                && !IsDeclaredBy(descendant.Symbol(), except))
            {
                origin = Max(origin, Of(descendant));
            }
        }

        return origin;
    }

    /// <summary>What a local, parameter or field may hold.</summary>
    public TokenOrigin OfVariable(ISymbol variable, ITypeSymbol? type)
    {
        if (_variables.TryGetValue(variable, out var known))
        {
            return known;
        }

        // While it is being found out, a variable that is assigned from itself contributes nothing.
        _variables[variable] = TokenOrigin.None;
        var origin = Max(Initially(variable, type), _assignments.Value.IsReleasedByToken(variable, this) ? TokenOrigin.Related : TokenOrigin.None);
        foreach (var value in _assignments.Value.Of(variable))
        {
            origin = Max(origin, Of(value));
        }

        if (origin == TokenOrigin.None && IsTokenLike(type))
        {
            origin = TokenOrigin.Unknown;
        }

        _variables[variable] = origin;
        return origin;
    }

    private static TokenOrigin Max(TokenOrigin left, TokenOrigin right) => left > right ? left : right;

    /// <summary>Numbers, strings and truth values carry no token, wherever they come from: most values are of these types.</summary>
    private static bool CarriesNothing(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } || (type is not null && type.SpecialType is not (SpecialType.None or SpecialType.System_Object) && type.TypeKind != TypeKind.Interface && type.TypeKind != TypeKind.Delegate);

    private static bool IsDeclaredBy(ISymbol? symbol, IAnonymousFunctionOperation? function) =>
        function is not null
        && symbol is IParameterSymbol parameter
        && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function.Symbol);

    private bool IsTokenLike(ITypeSymbol? type) => symbols.IsToken(type) || symbols.IsTokenSource(type);

    private TokenOrigin Initially(ISymbol variable, ITypeSymbol? type) => variable switch
    {
        IParameterSymbol when symbols.IsToken(type) => TokenOrigin.Related,
        _ when symbols.IsContext(type) => TokenOrigin.Related,
        _ when FlowSymbols.DerivesFrom(type, symbols.HttpContext) || FlowSymbols.DerivesFrom(type, symbols.Lifetime) => TokenOrigin.Unknown,
        IParameterSymbol when arguments?.TryGetValue(variable, out var passed) == true => passed,
        _ => TokenOrigin.None,
    };

    private TokenOrigin OfField(IFieldReferenceOperation field)
    {
        if (symbols.IsTokenSource(field.Type) && IsMadeUnlinked(field.Field))
        {
            return _assignments.Value.IsReleasedByToken(field.Field, this) ? TokenOrigin.Related : TokenOrigin.Unrelated;
        }

        return OfVariable(field.Field, field.Type);
    }

    /// <summary>A read-only source that is made where it is declared is linked to nothing.</summary>
    private static bool IsMadeUnlinked(IFieldSymbol field) =>
        field.IsReadOnly
        && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax
        {
            Initializer.Value: BaseObjectCreationExpressionSyntax,
        };

    private TokenOrigin OfProperty(IPropertyReferenceOperation property)
    {
        if (symbols.IsToken(property.Type))
        {
            return OfTokenProperty(property);
        }

        if (symbols.IsContext(property.Type))
        {
            return TokenOrigin.Related;
        }

        if (FlowSymbols.DerivesFrom(property.Type, symbols.HttpContext))
        {
            return TokenOrigin.Unknown;
        }

        // What was made with the token hands it on to its parts; the request's own objects do not make their parts cancellable.
        var owner = property.Instance?.Type;
        var instance = symbols.IsContext(owner) || FlowSymbols.DerivesFrom(owner, symbols.HttpContext) ? TokenOrigin.None : Of(property.Instance);
        return instance != TokenOrigin.None || property.Instance is not IInstanceReferenceOperation
            ? instance
            : OfVariable(property.Property, property.Type);
    }

    private TokenOrigin OfTokenProperty(IPropertyReferenceOperation property)
    {
        if (symbols.IsContext(property.Property.ContainingType))
        {
            return TokenOrigin.Related;
        }

        if (property.Property.IsStatic)
        {
            return symbols.IsToken(property.Property.ContainingType) ? TokenOrigin.Unrelated : TokenOrigin.Unknown;
        }

        var instance = Of(property.Instance);
        return instance == TokenOrigin.None ? TokenOrigin.Unknown : instance;
    }

    private TokenOrigin OfCall(IInvocationOperation call)
    {
        var origin = call.TargetMethod.IsExtensionMethod && call.Instance is null ? TokenOrigin.None : Of(call.Instance);
        foreach (var argument in call.Arguments)
        {
            origin = Max(origin, Of(argument.Value));
        }

        if (IsTokenLike(call.Type))
        {
            return origin == TokenOrigin.None ? TokenOrigin.Unknown : origin;
        }

        if (origin == TokenOrigin.Unrelated)
        {
            return TokenOrigin.None;
        }

        var givenToken = call.Arguments.Any(argument => IsTokenLike(argument.Value.Type));
        return givenToken || HoldsItsArguments(call.Type) ? origin : TokenOrigin.None;
    }

    /// <summary>Results that go on using what the call was given. A plain value computed from the context does not carry its token.</summary>
    private bool HoldsItsArguments(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Delegate }
        || symbols.IsAwaitable(type)
        || symbols.IsAsyncSequence(type)
        || symbols.IsDisposable(type)
        || FlowSymbols.DerivesFrom(type, symbols.ChannelReader)
        || type?.AllInterfaces.Any(static candidate => candidate.SpecialType == SpecialType.System_Collections_IEnumerable) == true;

    private TokenOrigin OfCreation(IObjectCreationOperation creation)
    {
        var origin = OfParts(creation);
        return IsTokenLike(creation.Type) ? Max(origin, TokenOrigin.Unrelated) : origin == TokenOrigin.Unrelated ? TokenOrigin.None : origin;
    }

    private TokenOrigin OfMethodGroup(IMethodReferenceOperation method) =>
        body.LocalFunction(method.Method) is { } localFunction ? Mentioned(localFunction) : Of(method.Instance);

    private TokenOrigin OfParts(IOperation value)
    {
        var origin = TokenOrigin.None;
        foreach (var part in value.ChildOperations)
        {
            origin = Max(origin, Of(part is IArgumentOperation argument ? argument.Value : part));
        }

        return origin;
    }
}
