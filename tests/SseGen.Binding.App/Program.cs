using SseGen.Binding.App;

BindingApp.Create(args).Run();
