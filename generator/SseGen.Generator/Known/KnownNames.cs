namespace SseGen.Generator.Known;

/// <summary>
/// Metadata names of what the generator looks for in a user's code. What generated code calls by name is held true by the compiler:
/// every generator test compiles its output.
/// </summary>
internal static class KnownNames
{
    public const string EventStreamAttribute = "SseGen.EventStreamAttribute";
    public const string EventStreamEndpointsAttribute = "SseGen.EventStreamEndpointsAttribute";
    public const string EventIdAttribute = "SseGen.EventIdAttribute";
    public const string EventTypeAttribute = "SseGen.EventTypeAttribute";
    public const string LastEventIdAttribute = "SseGen.LastEventIdAttribute";
    public const string CoalesceKeyAttribute = "SseGen.CoalesceKeyAttribute";
    public const string EventTopic = "SseGen.EventTopic`1";
    public const string EventTopics = "SseGen.EventTopics`2";
    public const string EventTopicBuilderExtensions = "Microsoft.Extensions.DependencyInjection.EventTopicBuilderExtensions";
    public const string EventStreamContext = "SseGen.EventStreamContext";
    public const string EventStreamWriter = "SseGen.EventStreamWriter`1";
    public const string EventStreamResult = "SseGen.EventStreamResult`1";

    public const string AsyncEnumerable = "System.Collections.Generic.IAsyncEnumerable`1";
    public const string Enumerable = "System.Collections.Generic.IEnumerable`1";
    public const string ChannelReader = "System.Threading.Channels.ChannelReader`1";
    public const string SseItem = "System.Net.ServerSentEvents.SseItem`1";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOf = "System.Threading.Tasks.Task`1";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOf = "System.Threading.Tasks.ValueTask`1";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string FormatProvider = "System.IFormatProvider";
    public const string Parsable = "System.IParsable`1";
    public const string Uri = "System.Uri";
    public const string DateTimeOffset = "System.DateTimeOffset";
    public const string DateOnly = "System.DateOnly";
    public const string TimeOnly = "System.TimeOnly";
    public const string Stream = "System.IO.Stream";
    public const string PipeReader = "System.IO.Pipelines.PipeReader";
    public const string ParameterInfo = "System.Reflection.ParameterInfo";
    public const string ClaimsPrincipal = "System.Security.Claims.ClaimsPrincipal";
    public const string SetsRequiredMembersAttribute = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";

    public const string HttpContext = "Microsoft.AspNetCore.Http.HttpContext";
    public const string HttpRequest = "Microsoft.AspNetCore.Http.HttpRequest";
    public const string HttpResponse = "Microsoft.AspNetCore.Http.HttpResponse";
    public const string FormCollection = "Microsoft.AspNetCore.Http.IFormCollection";
    public const string FormFileCollection = "Microsoft.AspNetCore.Http.IFormFileCollection";
    public const string FormFile = "Microsoft.AspNetCore.Http.IFormFile";
    public const string BindableFromHttpContext = "Microsoft.AspNetCore.Http.IBindableFromHttpContext`1";
    public const string AsParametersAttribute = "Microsoft.AspNetCore.Http.AsParametersAttribute";
    public const string StringValues = "Microsoft.Extensions.Primitives.StringValues";

    public const string EndpointMetadataProvider = "Microsoft.AspNetCore.Http.Metadata.IEndpointMetadataProvider";
    public const string EndpointParameterMetadataProvider = "Microsoft.AspNetCore.Http.Metadata.IEndpointParameterMetadataProvider";
    public const string FromRouteMetadata = "Microsoft.AspNetCore.Http.Metadata.IFromRouteMetadata";
    public const string FromQueryMetadata = "Microsoft.AspNetCore.Http.Metadata.IFromQueryMetadata";
    public const string FromHeaderMetadata = "Microsoft.AspNetCore.Http.Metadata.IFromHeaderMetadata";
    public const string FromBodyMetadata = "Microsoft.AspNetCore.Http.Metadata.IFromBodyMetadata";
    public const string FromFormMetadata = "Microsoft.AspNetCore.Http.Metadata.IFromFormMetadata";
    public const string FromServiceMetadata = "Microsoft.AspNetCore.Http.Metadata.IFromServiceMetadata";
    public const string OutputCacheAttribute = "Microsoft.AspNetCore.OutputCaching.OutputCacheAttribute";
    public const string ValidatableTypeAttribute = "Microsoft.Extensions.Validation.ValidatableTypeAttribute";
    public const string ValidatableObject = "System.ComponentModel.DataAnnotations.IValidatableObject";
    public const string ValidationAttribute = "System.ComponentModel.DataAnnotations.ValidationAttribute";
    public const string FromKeyedServicesAttribute = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string ActivatorUtilitiesConstructorAttribute =
        "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute";

    /// <summary>The namespace of ASP.NET Core's own <c>[FromQuery]</c> and so on, whose <c>Name</c> is what the syntax says.</summary>
    public const string MvcNamespace = "Microsoft.AspNetCore.Mvc";
}
