using Microsoft.OpenApi;

namespace SseGen.OpenApi;

/// <summary>
/// A schema under a name that the library which writes the document does not know yet. Version 2 of Microsoft.OpenApi writes OpenAPI 3.1 at
/// most.
/// </summary>
internal sealed class SchemaKeyword(IOpenApiSchema schema) : IOpenApiExtension
{
    public void Write(IOpenApiWriter writer, OpenApiSpecVersion specVersion)
    {
        switch (specVersion)
        {
            case OpenApiSpecVersion.OpenApi2_0:
                schema.SerializeAsV2(writer);
                break;
            case OpenApiSpecVersion.OpenApi3_0:
                schema.SerializeAsV3(writer);
                break;
            default:
                schema.SerializeAsV31(writer);
                break;
        }
    }
}
