using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Showcase.Page;

/// <summary>Serves the page from inside the program, so that it does not matter from where it is started.</summary>
internal static class PageFiles
{
    /// <summary>Serves <c>/</c> and the files the page is made of.</summary>
    public static void UsePage(this IApplicationBuilder app)
    {
        var files = new EmbeddedFileProvider(typeof(PageFiles).Assembly, "Showcase.wwwroot");
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new FileExtensionContentTypeProvider
            {
                // The page shows the source of the handlers it listens to.
                Mappings = { [".cs"] = "text/plain; charset=utf-8" },
            },
            // A file is asked for again each time and answered with 304: a new build is seen at once.
            OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
    }
}
