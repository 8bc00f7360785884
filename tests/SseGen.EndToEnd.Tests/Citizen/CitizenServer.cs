using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Citizen;

/// <summary>An application with the framework's policies. Who sends <c>X-User</c> is signed in as that, a member if so called.</summary>
internal static class CitizenServer
{
    public static Task<LiveServer> StartAsync(Action<WebApplicationBuilder> services, Action<WebApplication> map) => LiveServer.StartAsync(
        builder =>
        {
            builder.Services.AddEventStreams();
            builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("header", null);
            builder.Services.AddAuthorization();
            builder.Services.AddCors(cors => cors.AddPolicy("elsewhere", policy => policy
                .WithOrigins("https://elsewhere.example").WithHeaders("Last-Event-ID").WithMethods("GET")));
            builder.Services.AddRateLimiter(limiter => limiter
                .AddFixedWindowLimiter("one", window => (window.PermitLimit, window.Window) = (1, TimeSpan.FromHours(1)))
                .AddConcurrencyLimiter("one-at-a-time", concurrency => concurrency.PermitLimit = 1));
            services(builder);
        },
        map);

    public static async Task<string> ReadAsync(LiveServer server, string uri, string version = "1.1")
    {
        await using var stream = await server.OpenAsync(uri, version);
        return string.Join('|', (await stream.ReadToEndAsync()).Select(static frame => frame.Data));
    }

    public static async Task<HttpStatusCode> StatusAsync(LiveServer server, string uri, string? user = null)
    {
        using var response = await GetAsync(server, uri, ("X-User", user));
        return response.StatusCode;
    }

    public static async Task<HttpResponseMessage> GetAsync(LiveServer server, string uri, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        foreach (var (name, value) in headers)
        {
            if (value is not null)
            {
                request.Headers.Add(name, value);
            }
        }

        return await server.Client().SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-User"].ToString() is not { Length: > 0 } name)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, name)], "header");
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), "header")));
        }
    }
}
