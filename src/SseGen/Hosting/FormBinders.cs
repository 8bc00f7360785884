using Microsoft.AspNetCore.Http;

namespace SseGen.Hosting;

/// <summary>The whole form.</summary>
internal sealed class FormCollectionBinder : ParameterBinder<IFormCollection>
{
    public override IFormCollection Bind(RequestBinding request) => request.HttpContext.Request.Form;
}

/// <summary>A file of the form.</summary>
internal sealed class FormFileBinder(EventStreamParameter parameter, string key) : ParameterBinder<IFormFile>
{
    public override IFormFile Bind(RequestBinding request)
    {
        var file = request.HttpContext.Request.Form.Files[key];
        return file is not null || parameter.IsOptional ? file! : request.Missing<IFormFile>(parameter, "form file");
    }
}

/// <summary>All files of the form.</summary>
internal sealed class FormFilesBinder : ParameterBinder<IFormFileCollection>
{
    public override IFormFileCollection Bind(RequestBinding request) => request.HttpContext.Request.Form.Files;
}
