namespace SseGen
{
    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public sealed class LastEventIdAttribute : System.Attribute;
}
